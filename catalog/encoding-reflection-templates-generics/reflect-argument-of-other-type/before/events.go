// Package events hands events to whoever asked for them.
package events

import "reflect"

type Bus struct{ subscribers []reflect.Value }

func (b *Bus) Subscribe(f any) { b.subscribers = append(b.subscribers, reflect.ValueOf(f)) }

func (b *Bus) Publish(event any) {
	for _, subscriber := range b.subscribers {
		subscriber.Call([]reflect.Value{reflect.ValueOf(event)}) //crash:blame
	}
}
