// SPDX-License-Identifier: MIT
/* The plans in a folder: the files in it whose ending a plan has, by name. */
#ifndef READ_PLAN_FOLDER_H
#define READ_PLAN_FOLDER_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct path_list {
    char **items;
    size_t count, capacity;
};

void path_list_release(struct path_list *list);

/* Appends a copy of the path. */
void path_list_add(struct path_list *list, const char *path);

/*
 * Appends the path; of a folder, the paths of the plans (.csv, .json, .jsonl, .xlsx, .xlsm, .docx)
 * in it and in its subfolders, except hidden ones and links to folders. Journals, lists of
 * agencies, forms, hidden files and those that an office program keeps open («~$plan.xlsx») are no
 * plans. A folder without a plan is an error. The paths of old office files (.xls, .doc, .ods,
 * .odt, .rtf), which are read only if they are named, are appended to `passed_over`.
 */
int plan_folder_add(struct path_list *list, struct path_list *passed_over, const char *path,
                    struct error_list *errors);

/* The part of a file's name that marks a form, which is not a plan:
 * «plan.form.phong-noi-vu.xlsx». */
#define FORM_MARK ".form."

/* Does the same for the answers of agencies (.csv, .xlsx, .xlsm, .docx), in a folder and in its
 * own folders. */
int answer_folder_add(struct path_list *list, const char *path, struct error_list *errors);

/*
 * Appends the first journal («NAME.progress.csv») in a plan's folder whose own plan («NAME.csv»,
 * «NAME.xlsx» …) is not there; returns whether there is one.
 */
bool plan_folder_find_orphan(struct path_list *list, const char *plan);

/* Returns whether a file is such a journal. */
bool plan_folder_is_orphan(const char *journal);

/* Returns the size of a file in bytes; 0 if it is not there or not a regular file. */
size_t path_size(const char *path);

#endif
