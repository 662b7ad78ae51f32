package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go-crash-guard/probe/internal/cgroup"
)

// besideKeeper puts this binary beside the keeper as its shim.
func besideKeeper(t *testing.T) (shim string) {
	t.Helper()
	shim = filepath.Join(filepath.Dir(keeperPath), "shim")
	text, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(shim, text, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Remove(shim) })
	return shim
}

func killsOf(t *testing.T, k *kept) []watcherKill {
	t.Helper()
	text, err := os.ReadFile(killsFile(k.dir))
	if err != nil {
		t.Fatal(err)
	}
	var kills []watcherKill
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		var kill watcherKill
		if err := json.Unmarshal([]byte(line), &kill); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		kills = append(kills, kill)
	}
	return kills
}

func TestTheWatcherKillsTheTestAndNotTheTool(t *testing.T) {
	records := t.TempDir()
	environment := []string{"SHIM=" + besideKeeper(t), "KEEPER_TEST_RECORDS=" + records, "KEEPER_TEST_BINARY=" + os.Args[0]}
	k := keepWith(t, keeping{flags: ceiling(400, "watcher"), environment: environment, dir: records}, "sh", "-c",
		`KEEPER_TEST_ROLE="hog 200" "$0" & tool=$!; KEEPER_TEST_ROLE="shim 1000" "$SHIM"; kill -0 $tool && echo the tool lives; kill $tool; exit 9`, os.Args[0])
	output := k.lines()
	code, end := k.end(t)
	if code != 9 || !strings.Contains(output, "ended signal: killed known true") || !strings.Contains(output, "the tool lives") {
		t.Fatalf("%d %s %+v", code, output, killsOf(t, k))
	}
	made := guardOf(t, k)
	if made.Tier != tierWatcher || made.MemoryDir != "" || made.CgroupVersion != nil {
		t.Errorf("%+v", made)
	}
	kills := killsOf(t, k)
	if len(kills) != 1 {
		t.Fatalf("%+v", kills)
	}
	kill := kills[0]
	if !strings.Contains(output, "test "+strconv.Itoa(kill.Pid)+" shim "+strconv.Itoa(kill.Ancestors[0])) {
		t.Errorf("%+v: %s", kill, output)
	}
	start := read[startRecord](t, k.dir, "go-start.json")
	if want := []int{kill.Ancestors[0], start.Pid, start.KeeperPid}; len(kill.Ancestors) != 3 || kill.Ancestors[1] != want[1] || kill.Ancestors[2] != want[2] {
		t.Errorf("%v, want %v", kill.Ancestors, want)
	}
	if kill.TreeBytes < 400*mebibyte || kill.CeilingBytes != 400*mebibyte || kill.RssBytes < 100*mebibyte || *kill.MemAvailableBytes == 0 || kill.At == "" || !strings.HasPrefix(kill.Name, "keeper.test") {
		t.Errorf("%+v", kill)
	}
	// A kill by the watcher is none by the kernel.
	if end.Guard == nil || end.Guard.kills() && !end.Guard.VmstatOomKill.grew() {
		t.Errorf("%+v", end.Guard)
	}
}

func TestTheWatcherKillsALinkerWhereThereIsNoTest(t *testing.T) {
	k := guardedScript(t, keeping{flags: ceiling(200, "watcher")}, `KEEPER_TEST_ROLE="hog 2000" "$0"; echo tool $?; exit 2`)
	output := k.lines()
	if code, _ := k.end(t); code != 2 || !strings.Contains(output, "tool 137") {
		t.Errorf("%d %s", code, output)
	}
	if kills := killsOf(t, k); len(kills) != 1 {
		t.Errorf("%+v", kills)
	}
}

// Children of a test count as the test: they are what has to go.
func TestTheWatcherSeesWhatHidesInASession(t *testing.T) {
	k := guardedScript(t, keeping{flags: ceiling(200, "watcher")}, `KEEPER_TEST_ROLE="hog 2000" setsid "$0" & wait $!; echo hidden $?; exit 0`)
	output := k.lines()
	if code, _ := k.end(t); code != 0 || !strings.Contains(output, "hidden 137") {
		t.Errorf("%d %s", code, output)
	}
}

func TestTheTableSeesOnlyWhatIsBelow(t *testing.T) {
	var watched table
	k := keepScript(t, "sleep 60 & echo pid $!; wait")
	sleeper := k.pid(t)
	eventually(t, "sleep runs", func() bool {
		one, _ := watched.stat(sleeper)
		return one.name == "sleep" && one.rssBytes > 0 // it has the name before any of its pages
	})
	for round := 0; round < 2*fullReading+1; round++ {
		family, err := watched.read(k.command.Process.Pid)
		if err != nil || len(family) != 2 {
			t.Fatalf("round %d: %+v %v", round, family, err)
		}
		names := map[string]process{family[0].name: family[0], family[1].name: family[1]}
		if one := names["sleep"]; one.pid != sleeper || one.parent != names["sh"].pid || one.rssBytes == 0 || one.rssBytes > 100<<20 {
			t.Fatalf("round %d: %+v", round, family)
		}
	}
	if !watched.foreign[1] || watched.foreign[sleeper] || watched.foreign[k.command.Process.Pid] {
		t.Error("what is not ours was not told apart")
	}
	k.order(t, "SIGKILL")
	k.end(t)
}

func TestTheWatcherLooksNoMoreOnceItWasStopped(t *testing.T) {
	stop := make(chan struct{})
	close(stop)
	w := newWatcher(t.TempDir(), 1, os.Getpid())
	if w.run(stop); w.table.rounds != 0 {
		t.Errorf("%d looks", w.table.rounds)
	}
}

func TestParseProcess(t *testing.T) {
	line := "7 (a) b) R 3 7 7 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 5 0 900 1000000 2500 18446744073709551615 1 1"
	one, alive := parseProcess(7, []byte(line))
	if !alive || one.parent != 3 || one.name != "a) b" || one.rssBytes != 2500*uint64(os.Getpagesize()) {
		t.Errorf("%+v %v", one, alive)
	}
	for _, text := range []string{"", "7", "7 (x) Z 3 7", ") R 3(", "7 (x) R"} {
		if one, alive := parseProcess(7, []byte(text)); alive {
			t.Errorf("%q: %+v", text, one)
		}
	}
	if one, alive := parseProcess(7, []byte("7 (x) R 3 7")); !alive || one.rssBytes != 0 {
		t.Errorf("%+v", one)
	}
}

// The kernel takes a process out of its groups before it shows it as dead.
func TestExitingIsSeenBeforeTheGroupIsLeft(t *testing.T) {
	home, known := cgroup.Memory(0)
	left := 0
	for i := 0; i < 300; i++ {
		command := exec.Command("true")
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		for pid, ended := command.Process.Pid, false; !ended; {
			current, there := cgroup.Memory(pid)
			ended = exiting(pid)
			if known && there && current.Dir != home.Dir {
				if left++; !ended {
					t.Errorf("%s, and not exiting", current.Dir)
				}
			}
		}
		if err := command.Wait(); err != nil {
			t.Fatal(err)
		}
		if !exiting(command.Process.Pid) {
			t.Error("what is gone is still there")
		}
	}
	t.Logf("%d looks found a process outside of its group", left)
	if exiting(os.Getpid()) {
		t.Error("this process seems to be exiting")
	}
}
