// SPDX-License-Identifier: MIT
/* Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
#include "base/escape.h"
#include "base/text.h"
#include "view/finding_view.h"
#include "view/json.h"

#include <string.h>

#ifndef VERSION
#define VERSION "unknown"
#endif
#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static void write_text(struct json *json, const char *key, const char *text)
{
    json_value(json, key, value_text(text));
}

/* A message, as an object that has its text. */
static void write_message(struct json *json, const char *key, const char *text)
{
    json_object(json, key);
    write_text(json, "text", text);
    json_end(json);
}

static void write_tool(struct json *json)
{
    json_object(json, "tool");
    json_object(json, "driver");
    write_text(json, "name", "cchc");
    write_text(json, "version", VERSION);
    write_text(json, "language", "en");
    json_lines(json, "rules");
    for (size_t i = 0; i < check_rule_count; i++) {
        const struct check_rule *rule = &check_rules[i];
        json_object(json, NULL);
        write_text(json, "id", rule->name);
        write_message(json, "shortDescription", rule->explanation);
        write_message(json, "help", rule->explanation);
        json_object(json, "defaultConfiguration");
        write_text(json, "level", severity_names[rule->severity]);
        json_end(json);
        json_end(json);
    }
    json_end(json);
    json_end(json);
    json_end(json);
}

static void write_position(struct json *json, const char *key, size_t value)
{
    if (value > 0)
        json_value(json, key, value_integer((int64_t)value));
}

static void write_file(struct json *json, const char *path, const struct location *location)
{
    struct strbuf uri = {0};
    escape_add_uri(&uri, strcmp(path, "-") == 0 ? "<stdin>" : path);
    json_object(json, "physicalLocation");
    json_object(json, "artifactLocation");
    write_text(json, "uri", strbuf_text(&uri));
    json_end(json);
    if (location->line > 0) {
        json_object(json, "region");
        write_position(json, "startLine", location->line);
        write_position(json, "startColumn", location->column);
        json_end(json);
    }
    json_end(json);
    strbuf_release(&uri);
}

static void write_name(struct json *json, const char *name, const char *kind)
{
    if (*name == '\0')
        return;
    json_object(json, NULL);
    write_text(json, "fullyQualifiedName", name);
    write_text(json, "kind", kind);
    json_end(json);
}

/* The one location of a result: a file, and in it the task or section and a sheet's cell. */
static void write_location(struct json *json, const char *path, const struct location *location,
                           const char *id, const char *kind)
{
    json_array(json, "locations");
    json_object(json, NULL);
    write_file(json, path, location);
    if (*id != '\0' || location->cell[0] != '\0') {
        json_array(json, "logicalLocations");
        write_name(json, id, kind);
        write_name(json, location->cell, "cell");
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

/* The fingerprint stays while lines are added above: what the rule is and whose fault. */
static void write_result(struct json *json, const struct finding_row *row)
{
    const struct finding *finding = row->finding;
    struct strbuf id = {0}, fingerprint = {0};
    finding_add_id(&id, finding, row->with_plan);
    strbuf_addf(&fingerprint, id.length > 0 ? "%s %s" : "%s", finding->rule->name,
                strbuf_text(&id));
    json_object(json, NULL);
    write_text(json, "ruleId", finding->rule->name);
    json_value(json, "ruleIndex", value_integer(finding->rule - check_rules));
    write_text(json, "level", severity_names[finding->severity]);
    write_message(json, "message", finding->message);
    write_location(json, finding_path(finding), &finding->location, strbuf_text(&id),
                   finding->task != NULL      ? "task"
                   : finding->section != NULL ? "section"
                                              : "plan");
    json_object(json, "partialFingerprints");
    write_text(json, "ruleAndId/v1", fingerprint.text);
    json_end(json);
    json_end(json);
    strbuf_release(&id);
    strbuf_release(&fingerprint);
}

/* Writes the files that could not be read, so that nobody takes the results for complete. */
static void write_errors(struct json *json, const struct error_list *errors)
{
    json_array(json, "invocations");
    json_object(json, NULL);
    json_bool(json, "executionSuccessful", errors->count == 0);
    if (errors->count > 0)
        json_lines(json, "toolExecutionNotifications");
    for (size_t i = 0; i < errors->count && i < ERROR_LIST_KEPT; i++) {
        const struct error *error = &errors->items[i];
        json_object(json, NULL);
        write_text(json, "level", severity_names[SEVERITY_ERROR]);
        write_message(json, "message", error->text);
        if (error->path != NULL)
            write_location(json, error->path, &error->location, "", NULL);
        json_end(json);
    }
    if (errors->count > 0)
        json_end(json);
    json_end(json);
    json_end(json);
}

static void write_sarif(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    struct json json = {0};
    json_object(&json, NULL);
    write_text(&json, "$schema", SCHEMA);
    write_text(&json, "version", "2.1.0");
    json_array(&json, "runs");
    json_object(&json, NULL);
    write_tool(&json);
    write_errors(&json, records->errors);
    write_text(&json, "columnKind", "unicodeCodePoints");
    json_lines(&json, "results");
    for (size_t i = 0; i < records->row_count; i++) {
        write_result(&json, records->rows[i]);
        json_flush(&json, out);
    }
    json_end(&json);
    json_end(&json);
    json_end(&json);
    json_end(&json);
    json_flush(&json, out);
    json_release(&json);
}

extern const struct row_format rows_sarif;
const struct row_format rows_sarif = {.write = write_sarif};
