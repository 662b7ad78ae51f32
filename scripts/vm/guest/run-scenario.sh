#!/bin/sh
# Runs one scenario and writes /results to the third disk. It is PID 1 itself, or a service where systemd is PID 1.
if [ $$ = 1 ]; then
  mount -t proc proc /proc
  mount -t sysfs sys /sys
  mkdir -p /dev/pts /dev/shm
  mount -t devpts devpts /dev/pts
  mount -t tmpfs -o mode=1777 shm /dev/shm
  mount -t tmpfs -o mode=755 run /run
  mount -t cgroup2 -o nsdelegate cgroup2 /sys/fs/cgroup
  echo '+memory +pids +cpu' >/sys/fs/cgroup/cgroup.subtree_control
  cat /etc/hostname >/proc/sys/kernel/hostname
  ip link set lo up
fi

mkdir -p /disk /results
chown runner:runner /home/runner
chown admin:admin /home/admin
mount -t ext4 -o noatime /dev/vdb /disk
tree=$(cat /disk/path)
mkdir -p "$tree"
mount --bind /disk "$tree"
# shellcheck disable=SC1091 # written when the disk was made
. "$tree/environment"
export TREE="$tree"

echo "vm: the scenario starts after $(cut -d ' ' -f 1 /proc/uptime) s"
code=0
stty -F /dev/ttyS1 raw
sh "$tree/scenario.sh" >/dev/ttyS1 2>&1 </dev/null || code=$?
echo "$code" >/results/code
dmesg >/results/dmesg.txt
tar -cf /dev/vdc -C /results .
sync
echo "vm: the scenario ended with code $code after $(cut -d ' ' -f 1 /proc/uptime) s"
echo b >/proc/sysrq-trigger
