package agent

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestLastWordsFollowTheLastSample(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	timeline.begin(false)
	timeline.end()
	timeline.lastWords(3)
	text, err := os.ReadFile(timeline.file.Name())
	if err != nil {
		t.Fatal(err)
	}
	want := "\nended,3\n"
	if races := crashGuardRaces(); races >= 0 {
		want += "races,0\n"
	}
	if !strings.HasSuffix(string(text), want) {
		t.Errorf("the timeline ends with %q, want %q", text, want)
	}
}

func TestNothingIsSaidAfterAFailedWrite(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	timeline.failed = true
	timeline.lastWords(0)
	if text, err := os.ReadFile(timeline.file.Name()); err != nil || len(text) > 0 {
		t.Errorf("the file holds %q, %v", text, err)
	}
}
