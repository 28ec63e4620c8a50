// SPDX-License-Identifier: MIT
/* Plans as Excel files: archives, or a sheet's XML, its strings, its styles and its workbook. */
#include "properties.h"

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPES type "' Target='" target "'/>"
#define MEMBER(name, text)                                                                         \
    {                                                                                              \
        name, (const uint8_t *)(text), sizeof(text) - 1                                            \
    }

static const struct stored_member members[] = {
    MEMBER("xl/sheet1.xml", "<worksheet/>"),
    MEMBER("xl/strings.xml", "<sst/>"),
    MEMBER("xl/styles.xml", "<styleSheet/>"),
    MEMBER("xl/workbook.xml", "<workbook><sheets><sheet name='KH' id='r1'/></sheets></workbook>"),
    MEMBER("xl/sheet2.xml", "<worksheet/>"),
    MEMBER("_rels/.rels",
           "<Relationships>" RELATION("r", "officeDocument", "xl/workbook.xml") "</Relationships>"),
    MEMBER("xl/_rels/workbook.xml.rels",
           "<Relationships>" RELATION("r1", "worksheet", "sheet1.xml") RELATION(
               "r2", "worksheet", "sheet2.xml") RELATION("r3", "sharedStrings", "strings.xml")
               RELATION("r4", "styles", "styles.xml") "</Relationships>"),
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    property_package(data, size, members, sizeof members / sizeof *members);
    return 0;
}
