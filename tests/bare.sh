# SPDX-License-Identifier: MIT
# Bare Debian systems, in memory and in namespaces: what tests/fresh and tests/package begin with.
#
#   . tests/bare.sh            run with the script's own arguments: the first is the suite
#   bare_system FOLDER         a new system of $suite that has make and no compiler
#   in_system FOLDER COMMAND   runs the command there, in /root/cchc
#
# Needs root, 2 GB of memory, and Debian's sources of packages as this machine has them.
suite=${1:?$0 SUITE}
root=$(realpath "$(dirname "$0")/..")
[[ $(id -u) == 0 ]] || { echo "$0: needs root" >&2; exit 2; }

unshare --mount --pid --fork true 2>/dev/null || { echo "$0: skipped, no namespaces here"; exit 0; }

# In namespaces of its own, and in memory: nothing stays mounted, running or written, however it ends.
[[ ${BARE:-} ]] || BARE=1 exec unshare --mount --pid --fork --kill-child "$0" "$@"
command -v debootstrap >/dev/null || { apt-get update -q && apt-get install -y -q debootstrap; } >/dev/null
mount -t tmpfs -o size=6g,mode=755 bare /mnt

bare_system() { # FOLDER
	local sources mirror log
	# This machine's sources of its own release and updates, as those of the suite.
	. /etc/os-release
	sources=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
		sort -u | sed -nE "s/^(\S+) $VERSION_CODENAME(-\S+)? main$/deb \1 $suite\2 main/p")
	mirror=$(awk -v suite="$suite" '$3 == suite { print $2; exit }' <<<"$sources")
	: "${mirror:?no source of $VERSION_CODENAME is known to apt here}"
	log=$(debootstrap --variant=minbase --include=make,ca-certificates "$suite" "$1" "$mirror" 2>&1) || {
		tail -n 20 <<<"$log"
		exit 1
	}
	echo "$sources" >"$1/etc/apt/sources.list"
	apt-config dump | grep -i '^Acquire::.*Proxy ' >"$1/etc/apt/apt.conf.d/proxy" || true
	cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
	mkdir -p "$1/root/cchc"
}

in_system() { # FOLDER COMMAND
	mountpoint -q "$1/proc" || { mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev" && mount --bind /dev/pts "$1/dev/pts"; }
	chroot "$1" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
		CFLAGS="${CFLAGS--O2 -g -Werror}" MAKEFLAGS="-j$(nproc)" bash -c "cd /root/cchc && $2"
}
