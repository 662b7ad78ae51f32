# cgroup v2 without systemd: what root can do, what users with and without rights can, and limits from outside.
# shellcheck shell=sh disable=SC1091
. "$TREE/scenarios/guarded.sh"
export SMALL_MACHINE=1
groups=/sys/fs/cgroup

guarded root root --memory-limit 256MiB ./hog ./calm
CI=true guarded sudo admin --memory-limit 256MiB ./hog ./calm
guarded watcher runner --memory-limit 256MiB ./hog ./calm

mkdir -p $groups/user/session
echo '+memory' >$groups/user/cgroup.subtree_control
for dir in user user/session; do
  chown runner $groups/$dir $groups/$dir/cgroup.procs $groups/$dir/cgroup.subtree_control
done
in_group $groups/user/session guarded delegated runner --memory-limit 256MiB ./hog ./calm

# The linker's output counts as memory where the temporary folder is one.
mkdir -p /dev/shm/go
GOTMPDIR=/dev/shm/go guarded linker root --memory-limit 112MiB ./heavy ./calm

# A limit from outside, above the own group.
mkdir -p $groups/pod/container
echo '+memory' >$groups/pod/cgroup.subtree_control
echo 384M >$groups/pod/memory.max
in_group $groups/pod/container guarded ancestor root --memory-limit off ./hog ./calm

# What a container sees: its own group is the root.
mkdir -p $groups/docker/4c8e
echo '+memory' >$groups/docker/cgroup.subtree_control
echo 600M >$groups/docker/4c8e/memory.max
in_group $groups/docker/4c8e unshare --cgroup --mount sh "$TREE/scenarios/in-container.sh"

mkdir -p $groups/few
echo 120 >$groups/few/pids.max
in_group $groups/few guarded threads root ./threads

# Killed by somebody else, with memory free.
export WAITING_PID=/tmp/waiting-pid
kill_soon "$WAITING_PID" &
guarded killed root ./waiting
wait

find $groups -name 'crash-guard-*' >/results/left-groups
