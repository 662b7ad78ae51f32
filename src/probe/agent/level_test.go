package agent

import (
	"os"
	"path/filepath"
	"testing"
)

// levelOf makes files as the kernel has them and opens the level.
func levelOf(t *testing.T, usage, stat, key string) *crashGuardLevel {
	t.Helper()
	conf := crashGuardConf{ceiling: 1000, statKey: key}
	for name, file := range map[string]*string{usage: &conf.usage, stat: &conf.stat} {
		if name == "" {
			continue
		}
		*file = filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(*file, []byte(name), 0644); err != nil {
			t.Fatal(err)
		}
	}
	level := crashGuardOpenLevel(conf)
	t.Cleanup(func() {
		level.usage.Close()
		level.stat.Close()
	})
	return &level
}

func TestLevel(t *testing.T) {
	const v1 = "cache 7\nrss 1\nhierarchical_memory_limit 1000\ntotal_cache 500\ntotal_rss 300\ntotal_rss_huge 9\ntotal_shmem 40\n"
	const v2 = "anon 200\nfile 600\nshmem 30\nanon_thp 5\n"
	for _, row := range []struct {
		name, usage, stat, key string
		anonymous              uint64
		want                   crashGuardTaken
	}{
		{"no group: our own memory", "", "", "", 100, crashGuardTaken{bytes: 111}},
		{"below the threshold", "799\n", v1, "total_rss", 100, crashGuardTaken{bytes: 799, usage: 799}},
		{"at the threshold, without the page cache", "800\n", v1, "total_rss", 100, crashGuardTaken{bytes: 340, usage: 800, strict: true}},
		{"version 2", "900\n", v2, "anon", 100, crashGuardTaken{bytes: 230, usage: 900, strict: true}},
		{"a stat that is behind", "900\n", v2, "anon", 850, crashGuardTaken{bytes: 850, usage: 900, strict: true}},
		{"a stat without the key", "900\n", v2, "total_rss", 100, crashGuardTaken{bytes: 900, usage: 900}},
		{"no stat", "900\n", "", "", 100, crashGuardTaken{bytes: 900, usage: 900}},
		{"no number", "max\n", v1, "total_rss", 100, crashGuardTaken{bytes: 111}},
	} {
		t.Run(row.name, func(t *testing.T) {
			level := levelOf(t, row.usage, row.stat, row.key)
			reading := crashGuardReading{rss: 111, anonymous: row.anonymous}
			if got := level.read(&reading, 800); got != row.want {
				t.Fatalf("%+v", got)
			}
			if allocated := testing.AllocsPerRun(100, func() { level.read(&reading, 800) }); allocated != 0 {
				t.Fatalf("%v allocations", allocated)
			}
		})
	}
}

func TestALevelThatVanishes(t *testing.T) {
	level := levelOf(t, "900\n", "anon 1\n", "anon")
	level.usage.Close()
	if got := level.read(&crashGuardReading{rss: 111}, 800); got != (crashGuardTaken{bytes: 111}) {
		t.Fatalf("%+v", got)
	}
}
