package pack

import "testing"

func BenchmarkPack(b *testing.B) {
	boxes := 0
	for i := 0; i < b.N; i++ {
		boxes = Boxes(100, 8)
	}
	b.ReportMetric(100/float64(boxes), "parcels/box")
}
