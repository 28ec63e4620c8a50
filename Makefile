# SPDX-License-Identifier: MIT
#
#   make            builds ./cchc          make check      builds and runs every test
#   make run        shows the main job     make asan       the same under the sanitizers
#   make install    into $(prefix)         make valgrind   the CLI cases under valgrind
#   make install-strip, uninstall          make deb        a Debian package, .build/*.deb
#   make tsan       the threads under the thread sanitizer
#   make bench      times and compares     make accept     takes the CLI cases' new output
#   make browser    the HTML in Chromium   make clean
#   make check-schemas     JSON and SARIF by their schemas, and the recipes with their tools
#   make check-store   the shared store, on throw-away PostgreSQL servers
#   make run-store     shows it: two offices, their supervisor, the report
#   make check-documents   old office files, through LibreOffice
#   make check-shells      completion, by the Tab key in bash, zsh and fish
#   make fuzz       looks for new faults: FUZZ=csv for one target, SECONDS=600 for each
#   make manual     the pages of the manual, English and Vietnamese, below .build/release/man
#   make pictures   makes the README's pictures from real output
#   make bench SCALE=1000000   compares with data tools over so many tasks
#   make torture    kills 500 writers, and tries every way in which a disk can fail a journal
#   make deps       installs packages
#   make check-static   the static file (STATIC=1) and the CLI cases that need no office files
#   make check-package  the Debian package in bare systems; SUITE as below
#   make fresh SUITE=bookworm   types `make run` and `make check` into a bare Debian 12, or trixie: 13
#
# CONFIG=release|debug|asan|tsan|cov|fuzz; STATIC=1 makes one static file with musl, without office
# files; V=1 shows the commands; CC, CFLAGS, prefix (or PREFIX), bindir, datadir,
# mandir, localedir, docdir and DESTDIR as usual.

VERSION = 0.1.0
MANUAL_DATE = November 27, 2026
CONFIG ?= release
PKG_CONFIG ?= pkg-config
SECONDS = 600
CLANG_FORMAT ?= clang-format
VALGRIND = 1
SUITE = trixie

# GNU's names of folders; each may be given.
PREFIX ?= /usr/local
prefix = $(PREFIX)
exec_prefix = $(prefix)
bindir = $(exec_prefix)/bin
datarootdir = $(prefix)/share
datadir = $(datarootdir)
mandir = $(datarootdir)/man
localedir = $(datarootdir)/locale
docdir = $(datarootdir)/doc/cchc
zshdir = $(datadir)/zsh/site-functions

BUILD_PACKAGES = gcc libc6-dev gettext pkg-config libcsv-dev libcjson-dev libunistring-dev \
	libzip-dev libexpat1-dev libxlsxwriter-dev libmd-dev libpq-dev
CHECK_PACKAGES = libcmocka-dev libical-dev git
DEB_PACKAGES = build-essential debhelper
STATIC_PACKAGES = musl-tools dpkg-dev
FUZZ_PACKAGES = clang libclang-rt-dev
SHELL_PACKAGES = bash zsh fish tmux
CI_PACKAGES = $(FUZZ_PACKAGES) $(SCHEMA_PACKAGES) $(SHELL_PACKAGES) clang-format valgrind mandoc
# npm brings axe-core, the accessibility checker, and what the bench compares with; who has nodejs
# from elsewhere has npm with it.
npm_package = $(if $(shell command -v npm),,npm)
BROWSER_PACKAGES = chromium fontconfig fonts-liberation fonts-noto-core nodejs poppler-utils $(npm_package)
DOCUMENT_PACKAGES = libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils python3-docx
SCHEMA_PACKAGES = python3-jsonschema jq visidata nodejs $(npm_package)
STORE_PACKAGES = postgresql strace openssl
BENCH_PACKAGES = $(STORE_PACKAGES) gawk sqlite3 miller jq taskwarrior csvkit nodejs $(npm_package)

warnings = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
CFLAGS ?= -O2 -g
config.release =
config.debug = -O0
config.asan = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
config.tsan = -O1 -fsanitize=thread
config.cov = -O0 --coverage
config.fuzz = -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ifeq ($(origin config.$(CONFIG)),undefined)
$(error CONFIG is release, debug, asan, tsan, cov or fuzz, not $(CONFIG))
endif

B = .build/$(CONFIG)
# Libraries that are loaded on demand, by the name that the one on this system gives itself.
soname = $(or $(shell { readelf -d "$$($(CC) -print-file-name=lib$1.so)" | \
	sed -n 's/.*(SONAME).*\[\(.*\)\]$$/\1/p'; } 2>/dev/null),lib$1.so)
loaded := -DZIP_LIBRARY='"$(call soname,zip)"' -DEXPAT_LIBRARY='"$(call soname,expat)"' \
	-DXLSXWRITER_LIBRARY='"$(call soname,xlsxwriter)"' -DMD_LIBRARY='"$(call soname,md)"' \
	-DPQ_LIBRARY='"$(call soname,pq)"'
cppflags = -Iinclude -isystem $(shell $(PKG_CONFIG) --variable=includedir libpq) -D_GNU_SOURCE -DVERSION='"$(VERSION)"' $(loaded) $(CPPFLAGS)
cflags = -std=c17 $(warnings) $(CFLAGS) $(config.$(CONFIG))
# The two that every command needs are linked in: loading them took a seventh of a short run.
libs = -Wl,-Bstatic -lcsv -lunistring -Wl,-Bdynamic $(shell $(PKG_CONFIG) --libs libcjson)
cmocka = $(shell $(PKG_CONFIG) --cflags --libs cmocka)

sources = $(sort $(wildcard src/*/*.c src/*/*/*.c))
objects = $(sources:src/%.c=$B/%.o)
tests = $(patsubst tests/unit/%.c,$B/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
fuzzers = $(patsubst tests/fuzz/%.c,$B/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
# What each of them is linked with: the properties, and a main that replays a corpus where libFuzzer has none.
fuzz_objects = $B/fuzz/fuzz.o $B/fuzz/properties.o $B/fuzz/stored_zip.o $(if $(filter fuzz,$(CONFIG)),,$B/fuzz/replay.o)
headers = $(sort $(wildcard include/*/*.h include/*/*/*.h))

# One file for any Linux, linked with musl, that loads no libraries: without Excel and Word files.
ifdef STATIC
B = .build/static
override CC = musl-gcc
loaded += -DSTATIC -idirafter /usr/include -idirafter /usr/include/$(shell gcc -print-multiarch 2>/dev/null)
# Debian's archives need nothing of glibc that musl does not have; cJSON has none.
libs = -static $(foreach name,csv unistring md,$(shell gcc -print-file-name=lib$(name).a 2>/dev/null))
objects += $B/cjson.o
BUILD_PACKAGES += $(STATIC_PACKAGES)
endif

Q = $(if $V,,@)
say = $(if $V,,@echo "  $1  $(@:.build/%=%)")
# As the others, except that `make run` has one line for all files: whichever is first makes the folder.
say_compiled = $(if $(ONCE),@mkdir $(ONCE) 2>/dev/null && echo "  CC  $(words $(objects)) files" || :,$(call say,CC))
# A recursive make takes as many processors as there are, unless -j said how many.
jobs = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

all: $(if $(filter .build/release,$B),cchc,$B/cchc)

cchc: $B/cchc
	$(Q)ln -f $< $@ 2>/dev/null || cp $< $@

$B/cchc: $B/main.o $(objects) $B/flags
	$(call say,LD)
	$(Q)$(CC) $(cflags) $(LDFLAGS) -o $@ $(filter %.o,$^) -Wl,--as-needed $(libs)

$B/%.o: src/%.c $B/flags
	$(say_compiled)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(cppflags) $(cflags) -MMD -MP -c -o $@ $<

$B/cjson.o: $B/cjson/cJSON.c
	$(call say,CC)
	$(Q)$(CC) -std=c17 $(CFLAGS) -c -o $@ $<

# From Debian's source package, by the machine's own sources of packages.
apt = apt-get -q -o APT::Sandbox::User=root -o Dir::Cache=$(abspath $B/apt) -o Dir::State::lists=$(abspath $B/apt/lists) \
	-o Dir::Etc::sourcelist=$(abspath $B/apt/sources.list) -o Dir::Etc::sourceparts=/dev/null
$B/cjson/cJSON.c:
	$(call say,APT)
	$(Q)rm -rf $B/apt $(@D) && mkdir -p $B/apt/lists/partial
	$(Q)apt-get indextargets --format 'deb-src $$(SITE) $$(RELEASE) $$(COMPONENT)' 'Identifier: Packages' | \
		grep -E "$$(. /etc/os-release; echo " $$VERSION_CODENAME(-[a-z]+)?") main$$" | sort -u >$B/apt/sources.list
	$(Q)$(call logged,$(apt) update && cd $B/apt && $(apt) source --download-only cjson && dpkg-source -x *.dsc ../cjson)

# The messages in other languages. What people are written is said in these functions' arguments.
keywords = _:1 N_:1 NC_:1c,2 message_plural:1,2 error_set:3 error_list_add:3 source_error:4 user_settings_refuse:4 \
	plan_builder_error:4 check_add:3 xml_fail:2 lang_add_plural:4,5 fail:2 refuse:3 refuse:4 json_document_refuse:3 \
	add_failure:2 add_error:3 add_header_error:3 add_error_at_start:3
$B/%.mo: data/%.po
	$(call say,MSGFMT)
	$(Q)mkdir -p $(@D)
	$(Q)msgfmt --check-format -o $@ $<

catalogues = $(wildcard data/*.po)
$B/base/lang.o: $(catalogues:data/%.po=$B/%.mo)
$B/base/lang.o: private cppflags += -DMESSAGES='"$B"'

# Only main knows where the catalogues of other languages are; another folder recompiles it alone.
$B/main.o: private cppflags += -DLOCALEDIR='"$(localedir)"'
$B/main.o: $B/localedir
$B/localedir: FORCE
	@mkdir -p $B
	@echo '$(localedir)' | cmp -s - $@ || echo '$(localedir)' >$@

# Embedded with .incbin, which -MMD does not see.
$B/read/builtin.o $B/plan/agency_words.o $B/plan/indicator/target_words.o $B/journal/answer_words.o: $(wildcard data/*.csv)
$B/view/document/document_html.o: data/document.css
$B/store/pg/pg_schema.o: $(wildcard data/store/*.sql)

# Rewritten only when a flag changes, which then recompiles everything.
flags = $(CC) $(subst ','\'',$(cppflags) $(cflags) $(LDFLAGS) $(libs))
$B/flags: FORCE
	@mkdir -p $B
	@echo '$(flags)' | cmp -s - $@ || echo '$(flags)' >$@

# Calendars are judged by a library that the program does not have.
$B/unit/test_ics: cmocka += $(shell $(PKG_CONFIG) --libs libical)

$B/unit/%: tests/unit/%.c $(objects) $B/flags
	$(call say,LD)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(cppflags) $(cflags) $(LDFLAGS) -MMD -MP -MF $@.d -o $@ $< $(objects) -Wl,--as-needed $(libs) $(cmocka)

$B/fuzz/%.o: tests/fuzz/%.c $B/flags
	$(call say,CC)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(cppflags) $(cflags) -MMD -MP -c -o $@ $<

$B/fuzz/fuzz_%: $B/fuzz/fuzz_%.o $(fuzz_objects) $(objects)
	$(call say,LD)
	$(Q)$(CC) $(cflags) $(if $(filter fuzz,$(CONFIG)),-fsanitize=fuzzer) $(LDFLAGS) -o $@ $^ -Wl,--as-needed $(libs)

# The manual: data/man/PAGE.SECTION and data/man/vi/… are templates, in which the program's own
# tables are filled in; the pages lie as they do below $(PREFIX)/share/man.
templates = $(wildcard data/man/*.[1-8] data/man/*/*.[1-8])
pages = $(foreach page,$(templates:data/man/%=%),$B/man/$(filter-out ./,$(dir $(page)))man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
$B/mandir: FORCE
	@mkdir -p $B
	@echo '$(mandir)' | cmp -s - $@ || echo '$(mandir)' >$@
$B/base/manual.o: $B/mandir
$B/base/manual.o: cppflags += -DMANDIR='"$(mandir)"'
$B/manual.o: cppflags += -DMANUAL_DATE='"$(MANUAL_DATE)"'
$B/manual: $B/manual.o $(objects)
	$(call say,LD)
	$(Q)$(CC) $(cflags) $(LDFLAGS) -o $@ $(filter %.o,$^) -Wl,--as-needed $(libs)

manual: $(pages)
define page_rule
$B/man/man$1/%.$1: data/man/%.$1 $B/manual
	$$(call say,MAN)
	$$(Q)mkdir -p $$(@D)
	$$(Q)$B/manual en $$< >$$@
$B/man/vi/man$1/%.$1: data/man/vi/%.$1 $B/manual
	$$(call say,MAN)
	$$(Q)mkdir -p $$(@D)
	$$(Q)$B/manual vi $$< >$$@
endef
$(foreach section,1 5 7,$(eval $(call page_rule,$(section))))

# Judges the pages with mandoc, where it is installed, and runs all their examples.
check-manual: $B/cchc $(pages)
	@tests/manual/run $B

# A header that does not compile alone hides what it needs.
$B/headers/%.ok: include/%.h $B/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(cppflags) $(cflags) -MMD -MP -MF $@.d -MT $@ -fsyntax-only -x c $<
	$(Q)touch $@

# ---- what people type ----

run: deps
	@rmdir .build/once 2>/dev/null; mkdir -p .build
	@$(MAKE) --no-print-directory $(jobs) $(if $V,,ONCE=.build/once) all; status=$$?; rmdir .build/once 2>/dev/null; exit $$status
	./cchc list --section III
	./cchc due --quarter 2 --as-of 2021-05-01
	./cchc budget

check: check-deps
	@$(MAKE) --no-print-directory $(jobs) CONFIG=$(CONFIG) check-all

check-all: all $B/cchc $(pages) $(tests) $(fuzzers) $(headers:include/%.h=$B/headers/%.ok) $B/journal/faults.so \
	$B/messages.pot
	@tests/house
	@tests/messages $B/messages.pot
	@tests/run $B
	@tests/journal/run $B
	@tests/schemas/run $B
	@tests/recipes $B
	+@tests/install $B
	@tests/shells $B
	@tests/manual/run $B
	@tests/pictures $B check

# The README's, of a terminal and of a report (Chromium).
pictures: all
	@$(MAKE) --no-print-directory $B/cchc
	@tests/pictures $B

asan:
	@$(MAKE) --no-print-directory CONFIG=asan check

# What threads do together; addresses that differ from run to run are beyond the sanitizer.
tsan: check-deps
	@$(MAKE) --no-print-directory CONFIG=tsan $(addprefix .build/tsan/,cchc unit/test_parallel unit/test_json_list)
	@setarch -R tests/threads .build/tsan

valgrind: all $(tests) $(fuzzers) $B/journal/faults.so
	@VALGRIND=$(VALGRIND) tests/run $B

fuzz: fuzz-deps
	@$(MAKE) --no-print-directory CONFIG=fuzz CC=clang fuzz-all
	@tests/fuzz/run .build/fuzz $(SECONDS) $(FUZZ)

fuzz-all: $(fuzzers)

# Without the sanitizers, which want to come first themselves.
$B/journal/faults.so: tests/journal/faults.c $B/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=c17 $(warnings) -O2 -fPIC -shared -o $@ $<

torture: all $B/journal/faults.so
	@FULL=1 tests/journal/run $B

fresh:
	@tests/fresh $(SUITE)

check-static:
	@$(MAKE) --no-print-directory STATIC=1 check-deps
	@$(MAKE) --no-print-directory $(jobs) STATIC=1 all
	@tests/static .build/static

accept: all $B/journal/faults.so
	@tests/run --accept $B

browser: browser-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/browser/run $B

# Old office files, made and read by LibreOffice itself.
check-documents: document-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/documents $B

# In `make check` too, as far as their tools are installed.
check-schemas: schema-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/schemas/run --fetch $B
	@tests/recipes $B

# Keys are pressed in real shells; `make check` does it in those that are installed.
check-shells: shell-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/shells $B

# The shared store, on throw-away servers.
check-store: store-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/store/run $B

run-store: store-deps
	@$(MAKE) --no-print-directory all $B/cchc
	@tests/store/show $B

# SCALE=1000000 compares instead with data tools over so many tasks of many plans.
bench: all $(addprefix $B/bench/,empty measure csv_read plan_make)
ifdef SCALE
	@tests/bench/scale.sh $B/bench $(SCALE)
	@tests/bench/store.sh $B $(SCALE)
else
	@tests/bench/startup.sh $B/bench
	@tests/bench/journal.sh $B/bench
endif

$B/bench/csv_read $B/bench/plan_make: bench_libs = -pthread -Wl,-Bstatic -lcsv -Wl,-Bdynamic

$B/bench/%: tests/bench/%.c $B/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -D_GNU_SOURCE $(cflags) -o $@ $< $(bench_libs)

# Brings data/*.po up to date with the sources; `make check` then fails while a message lacks its
# translation (tests/messages).
messages: $B/messages.pot
	@for po in $(catalogues); do \
		msgmerge --quiet --sort-output --no-fuzzy-matching --no-wrap --no-location --backup=none --update $$po $< && \
		msgattrib --no-obsolete --sort-output --no-wrap --no-location -o $$po $$po && \
		sed -i '/^"POT-Creation-Date:/d' $$po || exit 1; done # the date would differ in every branch

$B/messages.pot: src/main.c src/manual.c $(sources) $(headers) Makefile
	$(Q)mkdir -p $(@D)
	$(Q)xgettext -o $@ --from-code=UTF-8 --language=C --no-location --no-wrap $(keywords:%=-k%) $(filter-out Makefile,$^)

formatted = $(headers) src/main.c src/manual.c $(sources) $(wildcard $(addprefix tests/,unit/*.[ch] fuzz/*.[ch] bench/*.c journal/*.c))
format:
	@$(CLANG_FORMAT) -i $(formatted)
formatted:
	@$(CLANG_FORMAT) --dry-run -Werror $(formatted)

# ---- what is installed: FILE:PLACE, what there is of it ----

compiled_catalogues = $(catalogues:data/%.po=$B/%.mo)
installed = $B/cchc:$(bindir)/cchc \
	$(foreach mo,$(compiled_catalogues),$(mo):$(localedir)/$(basename $(notdir $(mo)))/LC_MESSAGES/cchc.mo) \
	$(foreach page,$(pages),$(page):$(page:$B/man/%=$(mandir)/%)) \
	$(patsubst %,%:$(datadir)/bash-completion/completions/cchc,$(wildcard data/completions/cchc.bash)) \
	$(patsubst %,%:$(zshdir)/_cchc,$(wildcard data/completions/_cchc)) \
	$(patsubst %,%:$(datadir)/fish/vendor_completions.d/cchc.fish,$(wildcard data/completions/cchc.fish)) \
	LICENSE:$(docdir)/LICENSE README.md:$(docdir)/README.md \
	$(foreach plan,$(wildcard data/plan-*),$(plan):$(docdir)/examples/$(notdir $(plan)))

install: all $B/cchc $(compiled_catalogues) $(pages)
	$(Q)for each in $(installed); do \
		from=$${each%%:*} to="$(DESTDIR)$${each#*:}"; \
		$(if $V,,echo "  INSTALL  $$to" &&) mkdir -p "$${to%/*}" && \
		if [ "$$from" = $B/cchc ]; then install -m 755 $(strip) "$$from" "$$to"; \
		else install -m 644 "$$from" "$$to"; fi || exit 1; \
	done

install-strip:
	@$(MAKE) --no-print-directory strip=-s install

# With each file its folder, where that is empty then, up to the ones that every program shares.
shared_folders = $(mandir) $(localedir) $(docdir) $(datadir)
places = $(foreach each,$(installed),$(lastword $(subst :, ,$(each))))
places_in = $(filter $1/%,$(filter-out $(addsuffix /%,$(filter $1/%,$(shared_folders))),$(places)))
own_folders = $(sort $(dir $(patsubst $1/%,%,$(call places_in,$1))))
uninstall:
	$(Q)$(foreach place,$(places),$(if $V,,echo "  REMOVE  $(DESTDIR)$(place)" &&) rm -f "$(DESTDIR)$(place)" &&) :
	$(Q)$(foreach folder,$(shared_folders),(cd "$(DESTDIR)$(folder)" && \
		rmdir -p $(call own_folders,$(folder))) 2>/dev/null;) \
		rmdir "$(DESTDIR)$(docdir)" 2>/dev/null || :

# With Debian's own tools, from a copy, with Debian's flags; the package ends up in .build.
deb: deb-deps
	@echo "  DEB  cchc $(VERSION)"
	$(Q)rm -rf .build/deb .build/cchc_*.deb && mkdir -p .build/deb/cchc
	$(Q)cp -R Makefile LICENSE README.md src include data .build/deb/cchc && mv .build/deb/cchc/data/debian .build/deb/cchc
	$(Q)$(call logged,cd .build/deb/cchc && \
		test "$$(dpkg-parsechangelog -S Version)" = $(VERSION) && \
		env -u MAKEFLAGS -u MAKELEVEL -u CFLAGS DEB_BUILD_OPTIONS=noautodbgsym dpkg-buildpackage -b -us -uc)
	$(Q)mv .build/deb/cchc_*.deb .build && ls .build/cchc_*.deb

# Needs root: builds it in a bare Debian, judges it, and installs and removes it in another.
check-package:
	@tests/package $(SUITE)

clean:
	rm -rf .build cchc

# ---- packages: only what is missing is installed, as root or through sudo ----

need = missing=$$(dpkg-query -W -f '$${Status} $${Package}\n' $1 2>/dev/null | \
	awk '/^install ok installed/ { have[$$NF] = 1 } END { n = split("$1", p); \
	for (i = 1; i <= n; i++) if (!(p[i] in have)) printf "%s ", p[i] }'); \
	[ -z "$$missing" ] || { sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; echo "  APT  $$missing"; \
	$(call logged,$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing); }
# What a step says is shown where it fails, or with V=1.
logged = $(if $V,$1,log=$$(mktemp) && { { $1; } >$$log 2>&1 || { cat $$log; rm $$log; exit 1; }; } && rm $$log)

deps:
	@$(call need,$(BUILD_PACKAGES))
check-deps:
	@$(call need,$(BUILD_PACKAGES) $(CHECK_PACKAGES))
ci-deps:
	@$(call need,$(BUILD_PACKAGES) $(CHECK_PACKAGES) $(CI_PACKAGES))
fuzz-deps:
	@$(call need,$(BUILD_PACKAGES) $(FUZZ_PACKAGES))
browser-deps:
	@$(call need,$(BUILD_PACKAGES) $(BROWSER_PACKAGES))
deb-deps:
	@$(call need,$(BUILD_PACKAGES) $(DEB_PACKAGES))
document-deps:
	@$(call need,$(BUILD_PACKAGES) $(DOCUMENT_PACKAGES))
schema-deps:
	@$(call need,$(BUILD_PACKAGES) $(SCHEMA_PACKAGES))
shell-deps:
	@$(call need,$(BUILD_PACKAGES) $(SHELL_PACKAGES))
store-deps:
	@$(call need,$(BUILD_PACKAGES) $(STORE_PACKAGES))
bench-deps:
	@$(call need,$(BUILD_PACKAGES) $(BENCH_PACKAGES))

FORCE:
.PHONY: all run manual check-manual check check-all check-static deb deb-deps check-package asan tsan valgrind fuzz fuzz-all torture fresh accept browser bench messages \
	format formatted install install-strip uninstall clean deps check-deps ci-deps fuzz-deps browser-deps document-deps check-documents \
	schema-deps check-schemas shell-deps check-shells bench-deps store-deps check-store run-store pictures FORCE
.DELETE_ON_ERROR:
.SECONDARY:

-include $(objects:.o=.d) $B/main.d $B/manual.d $(tests:=.d) $(fuzzers:=.d) $(fuzz_objects:.o=.d) $(headers:include/%.h=$B/headers/%.ok.d)
