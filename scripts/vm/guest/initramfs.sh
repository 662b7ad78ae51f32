#!/bin/busybox sh
# The first program of the machine, in its initramfs: makes the disks usable and hands over to the root disk.
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev
mount -t proc proc /proc
while read -r module; do insmod "/modules/$module" || echo "vm: $module could not be loaded"; done </modules/order
mount -t ext4 -o noatime /dev/vda /root || exec poweroff -f
init=$(sed 's/.*guest_init=\([^ ]*\).*/\1/' /proc/cmdline)
umount /proc
mount --move /dev /root/dev
exec switch_root /root "$init"
