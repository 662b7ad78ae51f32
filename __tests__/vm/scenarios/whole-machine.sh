# The machine itself runs out of memory, whatever the ceiling.
# shellcheck shell=sh disable=SC1091
. "$TREE/scenarios/guarded.sh"
export SMALL_MACHINE=1

guarded unlimited root --memory-limit off ./hog ./calm

# Others take so much that the ceiling cannot be reached: the snapshot comes before, the kernel's kill as well.
head -c 120M /dev/zero >/dev/shm/others
printf 'snapshot:\n  at: 50%%\n' >/tmp/early.yml
guarded ceiling root --memory-limit 600MiB --config /tmp/early.yml ./hog ./calm

find /sys/fs/cgroup -name 'crash-guard-*' >/results/left-groups
