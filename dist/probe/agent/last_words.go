package agent

import crashGuardStrconv "strconv"

// lastWords follow the last sample: the code that testing.M.Run returned, so that nobody takes a process whose output was lost
// for one that left early; and how many races the detector found, which no test can make up.
func (t *crashGuardTimeline) lastWords(code int) {
	if t.failed {
		return
	}
	words := "ended," + crashGuardStrconv.Itoa(code) + "\n"
	if races := crashGuardRaces(); races >= 0 {
		words += "races," + crashGuardStrconv.Itoa(races) + "\n"
	}
	_, _ = t.file.WriteString(words)
}
