#!/bin/sh
# The last touches to the root disk's folder $1, as root: what packages do when they are installed, and rights.
set -eu
cd "$1"
mkdir -p dev proc sys run tmp root results disk var/tmp home/runner home/admin
chmod 1777 tmp var/tmp
chmod 700 root
chmod 440 etc/sudoers
chmod 640 etc/shadow
chmod 755 sbin/run-scenario
: >etc/machine-id
ln -sf dash bin/sh
for applet in $(bin/busybox --list); do
  [ -e "bin/$applet" ] || [ -e "sbin/$applet" ] || ln -s busybox "bin/$applet"
done
