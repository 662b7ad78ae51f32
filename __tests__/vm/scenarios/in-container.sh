# Runs in a cgroup namespace of its own, as control-groups.sh arranges it.
# shellcheck shell=sh disable=SC1091
umount /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
. "$TREE/scenarios/guarded.sh"
guarded container root --memory-limit 256MiB ./hog ./calm
