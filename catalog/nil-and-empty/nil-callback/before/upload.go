// Package upload sends files in parts.
package upload

const partBytes = 4

type Uploader struct {
	// OnProgress is told how many bytes were sent so far.
	OnProgress func(sent, total int)
	sent       []byte
}

func (u *Uploader) Upload(content []byte) {
	for from := 0; from < len(content); from += partBytes {
		to := min(from+partBytes, len(content))
		u.sent = append(u.sent, content[from:to]...)
		u.OnProgress(to, len(content)) //crash:blame
	}
}
