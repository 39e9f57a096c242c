# Shared by the set-up scripts; sourced, never run. POSIX sh.
# shellcheck shell=sh

drydock_home=${DRYDOCK_HOME:-${HOME:-/root}/.drydock}
engine_home=$drydock_home/engine

# Everything a person reads goes to standard error: standard output is for the caller's $(…).
say() { printf '%s\n' "$*" >&2; }

# die CODE MESSAGE: one clear line, no stack of causes.
die() {
  code=$1
  shift
  say "drydock: $*"
  exit "$code"
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" = 0 ]; }

is_debian() { [ -f /etc/debian_version ] && have apt-get && have dpkg; }

# bounded SECONDS COMMAND…: every wait has an end, with or without coreutils' timeout (macOS has perl).
bounded() {
  seconds=$1
  shift
  if have timeout; then timeout "$seconds" "$@"; else perl -e 'alarm shift; exec @ARGV' "$seconds" "$@"; fi
}

# One set-up at a time: a second one waits for the first, then finds the work done.
lock() {
  mkdir -p "$drydock_home" || die 3 "cannot write to $drydock_home"
  have flock || return 0
  exec 8>"$drydock_home/$1.lock"
  flock -n 8 && return 0
  say "waiting for another set-up to finish…"
  flock -w 1200 8 || die 3 "another set-up has held $drydock_home/$1.lock for 20 minutes; end it, then try again"
}

unlock() { exec 8>&-; }

apt_install() {
  apt_log=$drydock_home/apt.log
  mkdir -p "$drydock_home"
  # Lists may be missing or stale on a fresh machine: refresh them only when the plain try fails.
  apt_get install "$@" >"$apt_log" 2>&1 && return 0
  apt_get update >>"$apt_log" 2>&1
  apt_get install "$@" >>"$apt_log" 2>&1 && return 0
  tail -n 5 "$apt_log" >&2
  return 1
}

apt_get() {
  DEBIAN_FRONTEND=noninteractive bounded 900 apt-get -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@" </dev/null 8>&-
}

# Prints the address of the mirror this machine takes its distribution from. No address is written in
# any file of ours: machines behind a mirror or a proxy keep using it. apt_mirror -security: that of its
# security updates.
apt_mirror() {
  distribution_name=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")${1:-}
  # shellcheck disable=SC2016 # the $(…) are apt's own fields
  apt-get indextargets --format '$(RELEASE) $(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    while read -r release codename component uri; do
      case "$component $release $codename" in
        "main $distribution_name "* | "main "*" $distribution_name")
          printf '%s\n' "${uri%/}"
          break
          ;;
      esac
    done
}

# detach LOG COMMAND…: starts a daemon in a session of its own that holds nothing of the caller's: no
# terminal, no pipe somebody reads until its end, no lock. (sh cannot close descriptors above 9; perl
# is part of every Debian.) Prints its process id.
detach() {
  detach_log=$1
  shift
  perl -MPOSIX -e '
    my $log = shift @ARGV;
    pipe(my $r, my $w);
    if (fork) { close $w; print scalar <$r>; exit }
    setsid();
    my $pid = fork;
    if ($pid) { syswrite $w, $pid; POSIX::_exit(0) }
    chdir "/";
    open STDIN, "<", "/dev/null"; open STDOUT, ">>", $log; open STDERR, ">&", \*STDOUT;
    m{(\d+)$} && $1 > 2 && POSIX::close($1) for glob "/proc/self/fd/*";
    exec @ARGV or POSIX::_exit(127);
  ' "$detach_log" "$@"
}

# running PID NAME: is that process that program? A killed one that nobody has waited for still has a
# number (where a container's first process does not collect orphans), but no command line.
running() {
  [ "$(tr '\0' '\n' 2>/dev/null <"/proc/$1/cmdline" | sed -n '1{s|.*/||;p;}')" = "$2" ]
}

# use_engine (after: engine_script=…): sets $docker, and DOCKER_HOST only where the engine that answers is not the one docker would take by itself.
use_engine() {
  docker=${DRYDOCK_DOCKER:-$(sh "$engine_script" path)} || exit 3
  if ! bounded 5 "$docker" version >/dev/null 2>&1; then
    DOCKER_HOST=$(sh "$engine_script") || exit 3
    export DOCKER_HOST
    docker=$(sh "$engine_script" path)
  fi
}
