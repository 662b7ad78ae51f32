package agent

import (
	"os"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkSnapshot takes snapshots of a process with 400 MiB of live heap while a goroutine allocates and notes how long
// it was held up, and how much less it got done than before.
func BenchmarkSnapshot(b *testing.B) {
	for name, fill := range map[string]func(int){"nodes": mapNodes, "blocks": storeEverything} {
		b.Run(name, func(b *testing.B) {
			defer func() { stored, table = nil, map[int]*node{} }()
			for i := 0; i < 400; i++ {
				fill(1 << 20)
			}
			var worst, turns, stop int64
			go func() {
				last := time.Now()
				for atomic.LoadInt64(&stop) == 0 {
					for i := 0; i < 100; i++ {
						garbage = make([]byte, 1)
					}
					now := time.Now()
					if gap := int64(now.Sub(last)); gap > atomic.LoadInt64(&worst) {
						atomic.StoreInt64(&worst, gap)
					}
					last = now
					atomic.AddInt64(&turns, 1)
				}
			}()
			defer atomic.StoreInt64(&stop, 1)
			runtime.GC()
			began := time.Now()
			atomic.StoreInt64(&turns, 0)
			time.Sleep(300 * time.Millisecond)
			before := float64(atomic.LoadInt64(&turns)) / float64(time.Since(began))

			atomic.StoreInt64(&worst, 0)
			runtime.GC()
			plain := float64(atomic.LoadInt64(&worst)) / 1e6

			gauges := crashGuardNewGauges(crashGuardOpenRss())
			var held, lost float64
			b.ResetTimer()
			for i := 0; i < b.N; i++ {
				reading := gauges.read(0)
				reading.taken.bytes = 400 << 20
				recorder := crashGuardRecorder{dir: b.TempDir(), ceiling: 500 << 20}
				atomic.StoreInt64(&worst, 0)
				atomic.StoreInt64(&turns, 0)
				began := time.Now()
				recorder.take("memory", reading)
				took := float64(time.Since(began))
				held += float64(atomic.LoadInt64(&worst)) / 1e6
				lost += 100 - 100*float64(atomic.LoadInt64(&turns))/took/before
				if _, err := os.Stat(recorder.dir + "/snapshot-1/goroutines.txt"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(plain, "ms-stop-of-any-collection")
			b.ReportMetric(held/float64(b.N), "ms-longest-stop/op")
			b.ReportMetric(lost/float64(b.N), "%slower")
		})
	}
}

var garbage []byte
