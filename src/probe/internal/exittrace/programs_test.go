package exittrace

// exits ends in the way that its argument names. The line of interest bears the name as a comment.
const exits = `package main

import (
	"log"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
)

var _ = func() int {
	if os.Args[1] == "init" {
		os.Exit(2) // init
	}
	return 0
}()

type bomb struct{ code int }

func (b bomb) explode() {
	os.Exit(b.code) // method
}

func inlined(code int) { os.Exit(code) } // inlined

//go:noinline
func deep(left int) {
	if left == 0 {
		inlined(4)
	}
	deep(left - 1)
	runtime.KeepAlive(left)
}

func inGoroutine() {
	os.Exit(5) // goroutine
}

func main() {
	switch os.Args[1] {
	case "exit":
		os.Exit(3) // exit
	case "method":
		bomb{6}.explode()
	case "inlined":
		deep(100)
	case "goroutine":
		var group sync.WaitGroup
		group.Add(1)
		go inGoroutine() // created
		group.Wait()
	case "deferred":
		defer os.Exit(7)
		panic("never seen") // deferred
	case "fatal":
		log.Fatal("bye") // fatal
	case "syscall":
		syscall.Exit(8) // syscall
	case "raw":
		syscall.RawSyscall(syscall.SYS_EXIT_GROUP, 9, 0, 0) // raw
	case "children":
		for i := 0; i < 3; i++ {
			again := exec.Command(os.Args[0], "exit")
			if err := again.Run(); again.ProcessState.ExitCode() != 3 {
				log.Panic(err)
			}
		}
		os.Exit(10) // children
	case "busy":
		for i := 0; i < 8; i++ {
			go func() {
				for {
					runtime.Gosched()
				}
			}()
		}
		os.Exit(11) // busy
	case "stopped":
		_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
		os.Exit(12) // stopped
	case "signals":
		for i := 0; i < 1000; i++ {
			_ = syscall.Kill(os.Getpid(), syscall.SIGURG)
		}
		os.Exit(13) // signals
	case "killed":
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	case "panic":
		panic("oh")
	case "other":
		_ = syscall.Exec("/bin/sh", []string{"sh", "-c", "exit 14"}, nil)
	}
}
`

// cExits calls exit in C.
const cExits = `package main

/*
#cgo LDFLAGS: -lpthread
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void leave(int code) {
	char room[20000];
	memset(room, code, sizeof room);
	if (room[code] == code) exit(code);
}
static void *body(void *code) { exit(*(int *)code); }
static void leaveInThread(int code) {
	pthread_t thread;
	pthread_create(&thread, 0, body, &code);
	pthread_join(thread, 0);
}
static void forkAndLeave(int code) {
	if (fork() == 0) _exit(99);
	_exit(code);
}
void leaveInGo(int);
*/
import "C"
import "os"

func leave() {
	C.leave(21) // leave
}

//export back
func back(code C.int) {
	os.Exit(int(code)) // back
}

func main() {
	switch os.Args[1] {
	case "leave":
		leave()
	case "fork":
		C.forkAndLeave(22) // fork
	case "thread":
		C.leaveInThread(23)
	case "back":
		C.leaveInGo(24)
	}
}
`

const cBack = `#include "_cgo_export.h"
void leaveInGo(int code) { back(code); }
`

// lastThread has its only other thread end the process, without a call for the whole of it.
const lastThread = `#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>
static void *body(void *unused) {
	usleep(50000);
	syscall(SYS_exit, 1);
	return 0;
}
int main(void) {
	pthread_t thread;
	pthread_create(&thread, 0, body, 0);
	syscall(SYS_exit, 31);
}
`
