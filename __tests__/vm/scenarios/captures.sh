# What the kernel counts and says: makes __tests__/fixtures/vm/captures anew.
# shellcheck shell=sh disable=SC1091
. "$TREE/scenarios/guarded.sh"
export SMALL_MACHINE=1
cd "$TREE/module" || exit 1
go test -c -o /tmp/hog.test ./hog
groups=/sys/fs/cgroup

# counters NAME CONTROLLER DIRECTORY...: copies what these groups count to /results/captures/NAME, one folder for each.
counters() {
  to=/results/captures/$1
  controller=$2
  shift 2
  mkdir -p "$to"
  for group in "$@"; do
    copy=$to/$(echo "$group" | tr / _)
    mkdir -p "$copy"
    for part in max current peak events events.local; do
      file=$controller.$part
      if [ -e "$groups/$group/$file" ]; then cat "$groups/$group/$file" >"$copy/$file"; fi
    done
  done
}

# hog NAME GROUP DIRECTORY...: runs the hog in a group; what the groups count then, and the kernel's log.
hog() {
  name=$1
  group=$2
  shift 2
  dmesg -C
  in_group "$groups/$group" sh -c 'echo 1000 >/proc/self/oom_score_adj; exec /tmp/hog.test -test.run TestHog'
  counters "$name" memory "$@"
  dmesg | grep -E 'invoked oom-killer|oom-kill:|Killed process' >"/results/captures/$name/dmesg.txt"
}

mkdir -p $groups/job
echo '+memory +pids' >$groups/job/cgroup.subtree_control
mkdir $groups/job/guard
echo '+memory +pids' >$groups/job/guard/cgroup.subtree_control
mkdir $groups/job/guard/t-1
echo 128M >$groups/job/guard/memory.max
hog limit-above job/guard/t-1 job job/guard job/guard/t-1

mkdir $groups/own
echo 128M >$groups/own/memory.max
hog own-limit own own

mkdir $groups/free
hog whole-machine free free

mkdir $groups/few
echo 20 >$groups/few/pids.max
dmesg -C
in_group $groups/few sh -c 'i=0; while [ $i -lt 40 ]; do sleep 3 & i=$((i + 1)); done'
counters pids pids few
dmesg | grep 'fork rejected' >/results/captures/pids/dmesg.txt
uname -srv >/results/captures/kernel
