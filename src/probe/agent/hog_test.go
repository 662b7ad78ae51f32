package agent

import (
	"os"
	"strconv"
	"sync"
	"time"
)

func init() {
	roles["snapshots"] = func() int {
		recorder := crashGuardRecorder{dir: os.Getenv("SNAPSHOT_DIR")}
		for {
			recorder.take("memory", crashGuardReading{})
		}
	}
}

// hog calls take with numbers of bytes to take, as many a second as $HOG_RATE says (MiB), up to $HOG_MOST (MiB, without
// end when missing).
func hog(take func(bytes int)) int {
	rate, _ := strconv.Atoi(os.Getenv("HOG_RATE"))
	most, err := strconv.Atoi(os.Getenv("HOG_MOST"))
	if err != nil {
		most = 1 << 30
	}
	began := time.Now()
	for taken := 0; taken < most; taken++ {
		take(1 << 20)
		ahead := time.Duration(taken)*time.Second/time.Duration(rate) - time.Since(began)
		time.Sleep(ahead)
	}
	return 0
}

var stored [][]byte

//go:noinline
func storeEverything(bytes int) {
	block := make([]byte, bytes)
	for i := 0; i < len(block); i += 4096 {
		block[i] = 1
	}
	stored = append(stored, block)
}

type node struct {
	next, other *node
	payload     [4]uint64
}

var nodes *node

//go:noinline
func linkEverything(bytes int) {
	for size := 0; size < bytes; size += 48 {
		nodes = &node{next: nodes, other: nodes}
	}
}

// Two goroutines take turns at a lock, so that there is something to see in the profiles of waits.
func contend(lasting time.Duration) {
	var lock sync.Mutex
	var all sync.WaitGroup
	for i := 0; i < 2; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			for began := time.Now(); time.Since(began) < lasting; {
				lock.Lock()
				time.Sleep(time.Millisecond)
				lock.Unlock()
			}
		}()
	}
	all.Wait()
}

var table = map[int]*node{}

//go:noinline
func mapNodes(bytes int) {
	for size := 0; size < bytes; size += 80 {
		table[len(table)] = &node{}
	}
}
