# SPDX-License-Identifier: MIT
"""Writes the Word samples' HTML and tracked changes; see make-samples."""
import csv, html, re, sys, zipfile

LEAD = 3


def rows():
    return [row for row in csv.reader(sys.stdin)]


def write_html():
    table = rows()
    lines = ['<meta charset="utf-8"><p>KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021</p><table border="1">']
    footer = []
    below = 0  # the rows that the lead cell above spans
    for at, row in enumerate(table):
        cells = [html.escape(cell) for cell in row]
        if row[0].startswith('Tổng'):
            footer.append(f'<p>{cells[0]}</p>')
        elif at > 0 and not row[0].isdigit():
            lines.append(f'<tr><td>{cells[0]}</td><td colspan="6">{cells[1]}</td></tr>')
        else:
            span = 1
            while at > 0 and below == 0 and at + span < len(table) and \
                    table[at + span][0].isdigit() and table[at + span][LEAD] == row[LEAD]:
                span += 1
            text = ''
            for i, cell in enumerate(cells):
                if i != LEAD or below == 0:
                    text += f'<td rowspan="{span}">{cell}</td>' if i == LEAD and span > 1 else f'<td>{cell}</td>'
            below = span - 1 if below == 0 else below - 1
            lines.append(f'<tr>{text}</tr>')
    print('\n'.join(lines + ['</table>'] + footer))


CHANGE = 'w:id="9{}" w:author="A" w:date="2021-01-05T08:00:00Z"'
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def run(text, name='t'):
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def deleted(text, at):
    return f'<w:del {CHANGE.format(at)}>{run(text, "delText")}</w:del>'


def track_cell(paragraph, at):
    """The last run's second half as if it had been typed in place of other words."""
    found = list(re.finditer(r'<w:t[^>]*>([^<]*)</w:t></w:r>', paragraph))
    if not found or len(found[-1].group(1)) < 8:
        return paragraph
    text = found[-1].group(1)
    half = text.index(' ', len(text) // 3) if ' ' in text[len(text) // 3:] else len(text) // 2
    changed = f'<w:t xml:space="preserve">{text[:half]}</w:t></w:r>' + deleted(' không còn', at) + \
        f'<w:ins {CHANGE.format(at)}>{run(text[half:])}</w:ins>'
    return paragraph[:found[-1].start()] + changed + paragraph[found[-1].end():]


def number_cell(cell, list_id):
    """The first cell's figure taken out of its text, its paragraph numbered by Word instead."""
    cell = re.sub(r'<w:r>.*</w:r>', '', cell, flags=re.S)
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
    return re.sub(r'(<w:pPr>(?:<w:pStyle [^>]*/>)?)', lambda m: m.group(1) + number, cell, count=1)


def track_document(text):
    head, rest = text.split('<w:tbl>', 1)
    inner, tail = rest.rsplit('</w:tbl>', 1)
    properties, *parts = re.split(r'(?=<w:tr>|<w:tr )', inner)
    out, task_list, at = [], 2, 0
    for index, row in enumerate(parts):
        cells = re.split(r'(?=<w:tc>)', row)
        first = ''.join(re.findall(r'<w:t[^>]*>([^<]*)</w:t>', cells[1]))
        if index > 0:
            section = not first.isdigit()
            task_list += section
            cells[1] = number_cell(cells[1], 1 if section else task_list)
            cells[2] = track_cell(cells[2], at := at + 1)
        row = ''.join(cells)
        out.append(row)
        if index == 5:  # a task that was taken out: its row and its words are deleted
            gone = re.sub(r'<w:r>(.*?)</w:r>', lambda m: f'<w:del {CHANGE.format(77)}><w:r>' +
                          m.group(1).replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ') +
                          '</w:r></w:del>', row, flags=re.S)
            out.append(re.sub(r'<w:trPr>', f'<w:trPr><w:del {CHANGE.format(78)}/>', gone, count=1)
                       .replace('<w:vMerge w:val="restart"/>', '').replace('<w:vMerge w:val="continue"/>', ''))
        page = index in (18, 40)  # before a section, so that no merged cell is cut
        if page:
            out.append('</w:tbl><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:tbl>' + properties + parts[0])
    return head + '<w:tbl>' + properties + ''.join(out) + '</w:tbl>' + tail


def numbering(lists):
    text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="' \
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    text += '<w:abstractNum w:abstractNumId="1">' + LEVEL.format('upperRoman', '%1.') + '</w:abstractNum>'
    text += '<w:abstractNum w:abstractNumId="2">' + LEVEL.format('decimal', '%1') + '</w:abstractNum>'
    text += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    for i in range(2, lists):
        text += f'<w:num w:numId="{i}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">' \
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    return text + '</w:numbering>'


def track(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode() if name.endswith(('.xml', '.rels')) else old.read(name)
            if name == 'word/document.xml':
                text = track_document(text)
            elif name == '[Content_Types].xml' and 'numbering' not in text:
                text = text.replace('</Types>', '<Override PartName="/word/numbering.xml" ContentType="application/'
                                    'vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>')
            elif name == 'word/_rels/document.xml.rels' and 'numbering' not in text:
                text = text.replace('</Relationships>', '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/'
                                    'officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>')
            if name != 'word/numbering.xml':
                new.writestr(zipfile.ZipInfo(name, (2021, 1, 5, 8, 0, 0)), text, zipfile.ZIP_DEFLATED)
        new.writestr(zipfile.ZipInfo('word/numbering.xml', (2021, 1, 5, 8, 0, 0)), numbering(10), zipfile.ZIP_DEFLATED)


if sys.argv[1] == 'rows':
    for line in rows():
        print('\t'.join(line))
elif sys.argv[1] == 'html':
    write_html()
else:
    track(sys.argv[2], sys.argv[3])
