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
//	sudo     has the command run by the test itself, which is root, see serveSudo
func playWithMemory(role string) {
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
	}
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
