package cgroup

import (
	"path"
	"strconv"
	"strings"
)

// membership is one line of /proc/PID/cgroup, "HIERARCHY:CONTROLLERS:PATH". Version 2 is hierarchy 0 and names no
// controllers.
//
//	4:memory:/docker/4f1
//	3:cpu,cpuacct:/
//	0::/user.slice/user-1000.slice
type membership struct {
	version     int
	controllers []string
	path        string
}

func parseMemberships(text string) []membership {
	var found []membership
	for _, line := range strings.Split(text, "\n") {
		fields := strings.SplitN(line, ":", 3)
		if len(fields) != 3 || !strings.HasPrefix(fields[2], "/") {
			continue
		}
		if fields[0] == "0" && fields[1] == "" {
			found = append(found, membership{version: 2, path: fields[2]})
		} else {
			found = append(found, membership{1, strings.Split(fields[1], ","), fields[2]})
		}
	}
	return found
}

// mount is one mounted hierarchy from /proc/PID/mountinfo. Root is the group that its folder shows.
//
//	35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory
//	41 31 0:38 /docker/4f1 /sys/fs/cgroup ro,nosuid - cgroup2 cgroup rw,nsdelegate
type mount struct {
	version     int
	controllers []string // of version 1, among other options
	root        string
	point       string
}

func parseMounts(text string) []mount {
	var found []mount
	for _, line := range strings.Split(text, "\n") {
		place, kind, both := strings.Cut(line, " - ")
		left, right := strings.Fields(place), strings.Fields(kind)
		if !both || len(left) < 5 || len(right) < 1 {
			continue
		}
		one := mount{root: unescape(left[3]), point: path.Clean(unescape(left[4]))}
		switch {
		case right[0] == "cgroup2":
			one.version = 2
		case right[0] == "cgroup" && len(right) >= 3:
			one.version, one.controllers = 1, strings.Split(right[2], ",")
		default:
			continue
		}
		found = append(found, one)
	}
	return found
}

// unescape undoes \040 and the like: mountinfo writes white space and backslashes as three octal digits.
func unescape(text string) string {
	var plain strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+4 <= len(text) {
			if code, err := strconv.ParseUint(text[i+1:i+4], 8, 8); err == nil {
				plain.WriteByte(byte(code))
				i += 3
				continue
			}
		}
		plain.WriteByte(text[i])
	}
	return plain.String()
}

// candidates are the folders that may hold the group of a controller, the likeliest first: a controller that is in
// use by version 1 is not to be had in version 2.
func candidates(memberships []membership, mounts []mount, controller string) []Group {
	var found []Group
	for _, version := range []int{1, 2} {
		for _, member := range memberships {
			if member.version != version || version == 1 && !contains(member.controllers, controller) {
				continue
			}
			for _, m := range mounts {
				if m.version != version || version == 1 && !contains(m.controllers, controller) {
					continue
				}
				if below, ok := m.relative(member.path); ok {
					found = append(found, Group{version, member.path, path.Join(m.point, below), m.point})
				}
			}
		}
	}
	return found
}

// relative is where a group lies below the mount. In a container without a namespace of its own the mount shows only
// the container's group. A path with ".." lies outside of the reader's namespace and is to be seen nowhere.
func (m mount) relative(group string) (string, bool) {
	below := group
	if m.root != "/" {
		below = strings.TrimPrefix(group, m.root)
		if below == group || below != "" && below[0] != '/' {
			return "", false
		}
	}
	if contains(strings.Split(below, "/"), "..") {
		return "", false
	}
	return below, true
}

// groupAt finds the mount that a folder belongs to. Of mounts on top of each other the last one counts.
func groupAt(mounts []mount, dir string) (Group, bool) {
	var best mount
	for _, m := range mounts {
		inside := m.point == "/" || dir == m.point || strings.HasPrefix(dir, m.point+"/")
		if inside && len(m.point) >= len(best.point) {
			best = m
		}
	}
	if best.version == 0 {
		return Group{}, false
	}
	return Group{best.version, path.Join(best.root, strings.TrimPrefix(dir, best.point)), dir, best.point}, true
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}
