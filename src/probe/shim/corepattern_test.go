package main

import (
	"bytes"
	"testing"
)

func TestCoreGlob(t *testing.T) {
	known := map[byte]string{'p': "71"}
	for _, row := range []struct {
		pattern string
		usesPid bool
		want    string
	}{
		{"core", false, "/src/a\\[1]/core"},
		{"core", true, "/src/a\\[1]/core.71"},
		{"core.%p", true, "/src/a\\[1]/core.71"},
		{"core.%P", true, "/src/a\\[1]/core.*.71"},
		{"/var/crash/core.%e.%p.%t", false, "/var/crash/core.*.71.*"},
		{"/cores/%E/%h-%s-%u-%g-%i-%I-%f", false, "/cores/*/*-*-*-*-*-*-*"},
		{"/c/100%%-%p", false, "/c/100%-71"},
		{"/c/core%", false, "/c/core"},
		{"/c/%q%p", false, "/c/71"},
		{"/c/*?[x]%p", false, "/c/\\*\\?\\[x]71"},
		{"cores/%p", false, "/src/a\\[1]/cores/71"},
		{"|/usr/lib/systemd/systemd-coredump %P", false, ""},
		{"@/run/coredump.socket", false, ""},
		{"", false, ""},
	} {
		if got := coreGlob(row.pattern, "/src/a[1]", row.usesPid, known); got != row.want {
			t.Errorf("%s: %s, want %s", row.pattern, got, row.want)
		}
	}
}

func TestWhichPatternsNameEachCore(t *testing.T) {
	for _, row := range []struct {
		pattern string
		usesPid bool
		want    bool
	}{
		{"core", false, false}, {"core", true, true}, {"core.%p", false, true}, {"core.%e.%t", false, true},
		{"core.%e", false, false}, {"core.%%p", false, false}, {"core%", false, false},
	} {
		if got := unmistakable(row.pattern, row.usesPid); got != row.want {
			t.Errorf("%s %v: %v", row.pattern, row.usesPid, got)
		}
	}
}

func TestCoresThatAreCutOff(t *testing.T) {
	image := make([]byte, 200)
	copy(image, "\x7fELF\x02\x01")
	image[16] = 4
	image[32] = 64 // the segments follow the head
	image[64] = 4  // notes
	image[72] = 120
	image[96] = 80
	copy(image[120:], []byte{5, 0, 0, 0, 40, 0, 0, 0, 3, 0, 0, 0, 'C', 'O', 'R', 'E', 0, 0, 0, 0})
	image[120+20+24] = 71
	for size := 0; size <= len(image); size++ {
		pid, isCore := coreOwner(bytes.NewReader(image[:size]))
		if want := size >= 52; isCore != want {
			t.Errorf("%d bytes: a core %v", size, isCore)
		}
		if want := size >= 180; (pid == 71) != want || pid != 71 && pid != 0 {
			t.Errorf("%d bytes: of %d", size, pid)
		}
	}
}

func FuzzCoreOwner(f *testing.F) {
	f.Add([]byte("\x7fELF\x02\x01"))
	f.Fuzz(func(t *testing.T, image []byte) { coreOwner(bytes.NewReader(image)) })
}
