//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// playWithMemory is a process that uses memory, or one that belongs to such a scene:
//
//	hog N    holds N MiB, a MiB at a time, says so and waits to be killed
//	shim N   starts a hog as the shim starts a test binary, and says how it ended and what the watcher had written by then
//	crowd    holds more and more in several threads at once, until it is killed
//	beside N like go test: starts N crowds, one after the other, each in a group of its own, and meanwhile asks for a little
//	         memory all the time; says how they ended
//	sudo     has the command run by the test itself, which is root, see serveSudo
func playWithMemory(role string) (known bool) {
	name, rest, _ := strings.Cut(role, " ")
	switch name {
	case "hog":
		hog(rest)
	case "shim":
		test := exec.Command(os.Getenv("KEEPER_TEST_BINARY"))
		test.Env = append(os.Environ(), "KEEPER_TEST_ROLE=hog "+rest)
		if err := test.Start(); err != nil {
			panic(err)
		}
		fmt.Println("test", test.Process.Pid, "shim", os.Getpid())
		_ = test.Wait()
		kills, _ := os.ReadFile(filepath.Join(os.Getenv("KEEPER_TEST_RECORDS"), "watcher-kills.jsonl"))
		known := strings.Contains(string(kills), `"pid":`+strconv.Itoa(test.Process.Pid)+",")
		fmt.Println("ended", test.ProcessState, "known", known)
	case "crowd":
		for i := 0; i < 3; i++ {
			go hog("100000")
		}
		hog("100000")
	case "beside":
		beside(rest)
	case "sudo":
		connection, err := net.Dial("unix", os.Getenv("KEEPER_TEST_SUDO"))
		if err != nil {
			panic(err)
		}
		text, _ := json.Marshal(os.Args[1:])
		fmt.Fprintf(connection, "%s\n", text)
		go func() {
			_, _ = io.Copy(connection, os.Stdin)
			_ = connection.(*net.UnixConn).CloseWrite()
		}()
		_, _ = io.Copy(os.Stdout, connection)
	default:
		return false
	}
	return true
}

func hog(text string) {
	size, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	var held [][]byte
	for len(held) < size {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		held = append(held, block)
	}
	fmt.Println("pid", os.Getpid(), "holds", len(held))
	time.Sleep(time.Minute)
	_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
	fmt.Println(len(held))
}

func beside(text string) {
	count, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	records := os.Getenv("KEEPER_TEST_RECORDS")
	var guard guardRecord
	recorded, err := os.ReadFile(filepath.Join(records, "guard.json"))
	if err == nil {
		err = json.Unmarshal(recorded, &guard)
	}
	if err != nil {
		panic(err)
	}
	go keepWriting(filepath.Join(records, "written"))
	// As the shim does it: a shell enters the group and becomes the test.
	const enter = `dir="$1/t-$2"; mkdir "$dir" && echo $$ >"$dir/cgroup.procs" && echo 1000 >/proc/self/oom_score_adj && exec "$0"`
	for i := 0; i < count; i++ {
		test := exec.Command("sh", "-c", enter, os.Args[0], filepath.Join(guard.MemoryDir, "tests"), strconv.Itoa(i))
		test.Env = append(os.Environ(), "KEEPER_TEST_ROLE=crowd")
		test.Stderr = os.Stderr
		fmt.Println("test", i, test.Run())
	}
}

// keepWriting writes a file again and again: the pages of its content are charged to the writer.
func keepWriting(file string) {
	for content := make([]byte, 64<<10); ; time.Sleep(200 * time.Microsecond) {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			panic(err)
		}
	}
}
