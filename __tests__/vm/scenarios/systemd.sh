# systemd as PID 1 and a user with passwordless sudo, as on GitHub's hosted runners.
# shellcheck shell=sh disable=SC1091
. "$TREE/scenarios/guarded.sh"
export SMALL_MACHINE=1

CI=true guarded scope admin --memory-limit 256MiB ./hog ./calm
find /sys/fs/cgroup -name 'crash-guard-*' >/results/left-groups
