package cgroup

import "testing"

const (
	v1Mounts = `35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory
36 31 0:33 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
39 31 0:36 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd`
	v2Mount      = `30 24 0:27 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot`
	hybridMounts = v1Mounts + "\n" + `41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw`
)

func TestTheFolderOfAGroup(t *testing.T) {
	for _, row := range []struct {
		name, memberships, mounts, controller string
		want                                  []Group
	}{
		{"version 1", "4:memory:/a/b\n3:cpu,cpuacct:/", v1Mounts, "memory",
			[]Group{{1, "/a/b", "/sys/fs/cgroup/memory/a/b", "/sys/fs/cgroup/memory"}}},
		{"version 1, not mounted", "4:memory:/a\n5:devices:/", v1Mounts, "devices", nil},
		{"version 1, a named hierarchy is no controller", "9:name=memory:/a", "1 1 0:1 / /x rw - cgroup cgroup rw,name=memory", "memory", nil},
		{"version 2", "0::/user.slice/u.scope", v2Mount, "pids",
			[]Group{{2, "/user.slice/u.scope", "/sys/fs/cgroup/user.slice/u.scope", "/sys/fs/cgroup"}}},
		{"hybrid: version 1 first", "4:memory:/a\n0::/b", hybridMounts, "memory", []Group{
			{1, "/a", "/sys/fs/cgroup/memory/a", "/sys/fs/cgroup/memory"},
			{2, "/b", "/sys/fs/cgroup/unified/b", "/sys/fs/cgroup/unified"},
		}},
		{"container with a namespace", "0::/", v2Mount, "memory", []Group{{2, "/", "/sys/fs/cgroup", "/sys/fs/cgroup"}}},
		{"container without a namespace", "4:memory:/docker/4f1/x", "35 31 0:32 /docker/4f1 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory", "memory",
			[]Group{{1, "/docker/4f1/x", "/sys/fs/cgroup/memory/x", "/sys/fs/cgroup/memory"}}},
		{"the mount's own group", "4:memory:/docker/4f1", "35 31 0:32 /docker/4f1 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory", "memory",
			[]Group{{1, "/docker/4f1", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/memory"}}},
		{"the mount shows another group with the same beginning", "0::/docker/4f12", "1 1 0:1 /docker/4f1 /sys/fs/cgroup rw - cgroup2 c rw", "memory", nil},
		{"outside of the namespace", "0::/../other", v2Mount, "memory", nil},
		{"white space in the mount point", "0::/a:b", `1 1 0:1 / /mnt/c\040g\134 rw - cgroup2 c rw`, "memory", []Group{{2, "/a:b", `/mnt/c g\/a:b`, `/mnt/c g\`}}},
		{"nothing", "", "", "memory", nil},
		{"nonsense", "0::\n::::\n4:memory\nmemory:/x", " - \n1 2 3\n1 2 3 4 5 6 - \n1 2 3 / /x rw - cgroup\n\\\\04", "memory", nil},
	} {
		got := candidates(parseMemberships(row.memberships), parseMounts(row.mounts), row.controller)
		same := len(got) == len(row.want)
		for i := 0; same && i < len(got); i++ {
			same = got[i] == row.want[i]
		}
		if !same {
			t.Errorf("%s: %+v, want %+v", row.name, got, row.want)
		}
	}
}

func TestTheGroupOfAFolder(t *testing.T) {
	contained := v2Mount + "\n" + `50 30 0:27 /docker/4f1 /mnt/cg rw - cgroup2 cgroup2 rw`
	for _, row := range []struct {
		mounts, dir string
		want        Group
	}{
		{hybridMounts, "/sys/fs/cgroup/memory/a/b", Group{1, "/a/b", "/sys/fs/cgroup/memory/a/b", "/sys/fs/cgroup/memory"}},
		{hybridMounts, "/sys/fs/cgroup/memory", Group{1, "/", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/memory"}},
		{hybridMounts, "/sys/fs/cgroup/memory2", Group{}},
		{hybridMounts, "/tmp", Group{}},
		{contained, "/mnt/cg/x", Group{2, "/docker/4f1/x", "/mnt/cg/x", "/mnt/cg"}},
	} {
		got, ok := groupAt(parseMounts(row.mounts), row.dir)
		if got != row.want || ok != (row.want.Version != 0) {
			t.Errorf("%s: %+v %v", row.dir, got, ok)
		}
	}
}

func TestTheLineageEndsAtTheMount(t *testing.T) {
	group := Group{2, "/docker/4f1/a/b", "/mnt/cg/a/b", "/mnt/cg"}
	want := []Group{group, {2, "/docker/4f1/a", "/mnt/cg/a", "/mnt/cg"}, {2, "/docker/4f1", "/mnt/cg", "/mnt/cg"}}
	got := group.Lineage()
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%+v", got)
	}
}
