package checksum

import "testing"

func FuzzChecksum(f *testing.F) {
	f.Add([]byte{4, 7, 1, 1})
	f.Fuzz(func(t *testing.T, digits []byte) {
		if len(Append(digits)) != len(digits)+1 {
			t.Error("no digit was added")
		}
	})
}
