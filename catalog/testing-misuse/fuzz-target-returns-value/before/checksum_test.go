package checksum

import "testing"

func FuzzChecksum(f *testing.F) {
	f.Add([]byte{4, 7, 1, 1})
	f.Fuzz(func(t *testing.T, digits []byte) bool { //crash:blame
		return len(Append(digits)) == len(digits)+1
	})
}
