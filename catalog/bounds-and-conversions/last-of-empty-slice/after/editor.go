// Package editor changes text and takes changes back.
package editor

type Document struct {
	Text    string
	history []string
}

func (d *Document) Type(text string) {
	d.history = append(d.history, d.Text)
	d.Text += text
}

func (d *Document) Undo() {
	if len(d.history) == 0 {
		return
	}
	d.Text = d.history[len(d.history)-1]
	d.history = d.history[:len(d.history)-1]
}
