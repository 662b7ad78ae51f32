package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user without rights, and a folder where that user may write.
func nobody(t *testing.T) (*syscall.Credential, string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("SKIPPED, needs root to become another user")
	}
	account, err := user.Lookup("nobody")
	if err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	uid, _ := strconv.ParseUint(account.Uid, 10, 32)
	gid, _ := strconv.ParseUint(account.Gid, 10, 32)
	dir, err := os.MkdirTemp("", "keeper-nobody-")
	if err == nil {
		err = os.Chown(dir, int(uid), int(gid))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, dir
}

// executable copies this binary to where everybody may run it: go test keeps it in a folder of its user.
func executable(t *testing.T, name string) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "keeper-bin-")
	if err == nil {
		err = os.Chmod(folder, 0o755)
	}
	text, readErr := os.ReadFile(os.Args[0])
	if err != nil || readErr != nil {
		t.Fatal(err, readErr)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, text, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAUserWithoutRightsGetsTheWatcher(t *testing.T) {
	needGroups(t)
	user, dir := nobody(t)
	k := keepWith(t, keeping{flags: ceiling(200, "cgroup,watcher"), user: user, dir: dir}, "sh", "-c",
		`KEEPER_TEST_ROLE="hog 2000" "$0"; echo hog $?; exit 4`, executable(t, "hog"))
	output := k.lines()
	code, _ := k.end(t)
	made := guardOf(t, k)
	if code != 4 || !strings.Contains(output, "hog 137") || made.Tier != tierWatcher || len(made.Tried) != 1 {
		t.Fatalf("%d %s %+v", code, output, made)
	}
	if tried := made.Tried[0]; tried.Tier != tierCgroup || !strings.Contains(tried.Problem, "permission denied") {
		t.Errorf("%+v", tried)
	}
	if kills := killsOf(t, k); len(kills) != 1 || kills[0].Name != "hog" {
		t.Errorf("%+v", kills)
	}
}

func TestSudoThatAsksForAPassword(t *testing.T) {
	needGroups(t)
	if _, err := exec.LookPath("sudo"); err != nil {
		t.Skip("SKIPPED, sudo is not installed")
	}
	user, dir := nobody(t)
	k := keepWith(t, keeping{flags: ceiling(200, "cgroup,sudo"), user: user, dir: dir}, "sh", "-c", "exit 4")
	code, _ := k.end(t)
	made := guardOf(t, k)
	if code != 4 || made.Tier != tierNone || len(made.Tried) != 2 || made.Tried[1].Tier != tierSudo || !strings.Contains(made.Tried[1].Problem, "sudo: ") {
		t.Errorf("%d %+v", code, made)
	}
}

func TestSudoThatAsksForNothing(t *testing.T) {
	if err := exec.Command("sudo", "-n", "true").Run(); err != nil {
		t.Skipf("SKIPPED, needs sudo without a password: %v", err)
	}
	k := guardedScript(t, keeping{flags: ceiling(64, "sudo")}, `KEEPER_TEST_ROLE="hog 300" "$0"; echo hog $?`)
	output := k.lines()
	_, end := k.end(t)
	made := guardOf(t, k)
	if made.Tier != tierSudo || !strings.Contains(output, "hog 137") || *end.Guard.After[0].OomKill != 1 || len(end.Guard.Problems) != 0 {
		t.Fatalf("%s %+v %+v", output, made, end.Guard)
	}
	_, err := os.Stat("/run/systemd/system")
	if hasScope := strings.HasSuffix(made.Scope, ".scope"); hasScope != (err == nil && *made.CgroupVersion == 2) {
		t.Errorf("%+v", made)
	}
	eventually(t, "the group is removed, by systemd where there is a scope", func() bool {
		_, err := os.Stat(made.MemoryDir)
		_, topErr := os.Stat(filepath.Dir(made.MemoryDir))
		return errors.Is(err, os.ErrNotExist) && (made.Scope == "" || errors.Is(topErr, os.ErrNotExist))
	})
}

// What the real sudo does between two users is done by this test, which is root, at the other end of a socket.
func TestRootHandsAGroupOverToAUser(t *testing.T) {
	needGroups(t)
	user, dir := nobody(t)
	socket := filepath.Join(dir, "socket")
	serveSudo(t, socket, user)
	sudo := executable(t, "sudo")
	environment := []string{"PATH=" + filepath.Dir(sudo) + ":" + os.Getenv("PATH"), "KEEPER_TEST_ROLE=sudo", "KEEPER_TEST_SUDO=" + socket}
	// The test binary's group is made as its shim would make it.
	k := keepWith(t, keeping{flags: ceiling(64, "cgroup,sudo"), environment: environment, user: user, dir: dir}, "sh", "-c",
		`id -u; limit=$(sed -n 's/.*"memoryDir":"\([^"]*\)".*/\1/p' "$1/guard.json"); mkdir "$limit/tests/t-1" && echo $$ > "$limit/tests/t-1/cgroup.procs" &&
		 KEEPER_TEST_ROLE="hog 300" "$0"; echo hog $?; echo $$ > "$limit/go/cgroup.procs" && rmdir "$limit/tests/t-1" && echo back`,
		executable(t, "hog"), dir)
	output := k.lines()
	code, end := k.end(t)
	made := guardOf(t, k)
	if made.Tier != tierSudo || len(made.Tried) != 1 {
		t.Fatalf("%+v", made)
	}
	if code != 0 || !strings.Contains(output, strconv.Itoa(int(user.Uid))+"\n") || !strings.Contains(output, "hog 137\nback\n") || len(end.Guard.Problems) != 0 || !end.Guard.VmstatOomKill.grew() {
		t.Errorf("%d %s %+v", code, output, end.Guard)
	}
	mustBeGone(t, made.MemoryDir)
}

// serveSudo runs commands for the fake sudo: a line with the arguments, then what is typed.
func serveSudo(t *testing.T, socket string, user *syscall.Credential) {
	t.Helper()
	listener, err := net.Listen("unix", socket)
	if err == nil {
		err = os.Chown(socket, int(user.Uid), int(user.Gid))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer connection.Close()
				input := bufio.NewReader(connection)
				line, _ := input.ReadBytes('\n')
				var args []string
				if json.Unmarshal(line, &args) != nil || len(args) < 2 || args[0] != "-n" {
					return
				}
				command := exec.Command(args[1], args[2:]...)
				command.Stdin, command.Stdout, command.Stderr = input, connection, connection
				_ = command.Run()
			}()
		}
	}()
}
