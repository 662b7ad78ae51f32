package agent

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func init() {
	roles["hog"] = func() int { return hog(storeEverything) }
	roles["hog-nodes"] = func() int { return hog(linkEverything) }
	roles["hog-mmap"] = func() int { return hog(mapEverything) }
}

//go:noinline
func mapEverything(bytes int) {
	block, err := syscall.Mmap(-1, 0, bytes, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		panic(err)
	}
	for i := 0; i < len(block); i += 4096 {
		block[i] = 1
	}
}

// ceiling makes a memory cgroup (v1) with a limit and returns its folder.
func ceiling(t *testing.T, bytes int) string {
	t.Helper()
	dir := fmt.Sprintf("/sys/fs/cgroup/memory/crash-guard-agent-%d-%d", os.Getpid(), time.Now().UnixNano())
	if err := os.Mkdir(dir, 0755); err != nil {
		t.Skipf("no cgroup v1 memory group can be made here: %v", err)
	}
	t.Cleanup(func() {
		for tries := 0; tries < 100 && errors.Is(os.Remove(dir), syscall.EBUSY); tries++ {
			time.Sleep(10 * time.Millisecond)
		}
	})
	for _, limit := range []string{"memory.limit_in_bytes", "memory.memsw.limit_in_bytes"} {
		if err := os.WriteFile(filepath.Join(dir, limit), []byte(strconv.Itoa(bytes)), 0644); err != nil {
			t.Skipf("%s cannot be set: %v", limit, err)
		}
	}
	return dir
}

// under runs a role in a group, with an agent that knows of it, and returns how it ended and what the agent wrote.
func under(t *testing.T, group string, bytes int, mode, role string, environment ...string) (*os.ProcessState, string) {
	t.Helper()
	dir := t.TempDir()
	conf := fmt.Sprintf("ceiling %d\nusage %s/memory.usage_in_bytes\nstat %s/memory.stat\nstatkey total_rss\nsnapshot-at 80\n", bytes, group, group)
	if err := os.WriteFile(filepath.Join(dir, "agent.conf"), []byte(conf), 0644); err != nil {
		t.Fatal(err)
	}
	limit, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	command := exec.CommandContext(limit, "sh", "-c", `echo $$ > "$0"/cgroup.procs && exec "$@"`, group, os.Args[0], "-test.timeout=10m0s")
	command.Env = append(os.Environ(), "AGENT_TEST_ROLE="+role, crashGuardVariable+"="+strconv.Itoa(os.Getpid())+":"+mode+":"+dir)
	command.Env = append(command.Env, environment...)
	_ = command.Run()
	if limit.Err() != nil {
		t.Fatal("not killed in time")
	}
	return command.ProcessState, dir
}

func killed(state *os.ProcessState) bool {
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// Real kills by the kernel. In the quiet mode there are no ticks until a collection has seen memory grow.
func TestKilledForItsMemory(t *testing.T) {
	const megabytes, rate = 512, 80 // a second: the last fifth takes more than one
	runs, _ := strconv.Atoi(os.Getenv("AGENT_OOM_RUNS"))
	if runs == 0 {
		runs = 1
	}
	for _, row := range []struct{ name, mode, role, top string }{
		{"blocks", "sample", "hog", "storeEverything"},
		{"blocks, quiet", "quiet", "hog", "storeEverything"},
		{"many small nodes", "sample", "hog-nodes", "linkEverything"},
		{"outside Go's heap", "sample", "hog-mmap", ""},
	} {
		row := row
		for run := 0; run < runs; run++ {
			t.Run(row.name, func(t *testing.T) {
				if runs == 1 {
					t.Parallel()
				}
				group := ceiling(t, megabytes<<20)
				state, dir := under(t, group, megabytes<<20, row.mode, row.role, "HOG_RATE="+strconv.Itoa(rate))
				if !killed(state) {
					t.Fatalf("not killed: %v", state)
				}
				snapshot := filepath.Join(dir, "snapshot-1")
				meta := metaOf(t, snapshot)
				number := func(key string) int {
					value, _ := strconv.Atoi(meta[key])
					return value
				}
				if share := number("usageBytes") * 100 / (megabytes << 20); meta["reason"] != "memory" || share < 80 || share > 98 {
					t.Errorf("taken at %d %%: %v", share, meta)
				}
				if row.top == "" {
					if gap := number("rssBytes") - number("totalBytes"); gap < 300<<20 {
						t.Errorf("%d bytes are outside Go's heap: %v", gap, meta)
					}
					return
				}
				profile := filepath.Join(snapshot, "heap.pprof")
				// To collect a long list takes longer than to grow by the rest, on a busy machine; so may a write to its disk.
				if !exists(profile) {
					profile = filepath.Join(snapshot, "heap-early.pprof")
				}
				if got := topOf(t, profile); !strings.HasSuffix(got, "."+row.top) {
					t.Errorf("%s has %s at the top: %v", filepath.Base(profile), got, meta)
				}
			})
		}
	}
}
