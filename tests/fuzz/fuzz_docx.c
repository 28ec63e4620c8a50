// SPDX-License-Identifier: MIT
/* Plans as Word files: archives, or a document's XML, its numbering and its styles. */
#include "properties.h"

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPES type "' Target='" target "'/>"
#define MEMBER(name, text)                                                                         \
    {                                                                                              \
        name, (const uint8_t *)(text), sizeof(text) - 1                                            \
    }

static const struct stored_member members[] = {
    MEMBER("word/document.xml", "<document/>"),
    MEMBER("word/numbering.xml", "<numbering/>"),
    MEMBER("word/styles.xml", "<styles/>"),
    MEMBER("_rels/.rels", "<Relationships>" RELATION("r", "officeDocument",
                                                     "word/document.xml") "</Relationships>"),
    MEMBER("word/_rels/document.xml.rels",
           "<Relationships>" RELATION("r1", "numbering", "numbering.xml")
               RELATION("r2", "styles", "styles.xml") "</Relationships>"),
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    property_package(data, size, members, sizeof members / sizeof *members);
    return 0;
}
