// Package queues spreads work by key.
package queues

import "hash/fnv"

type Queues [4][]string

func (q *Queues) Push(key string) {
	hash := fnv.New32a()
	hash.Write([]byte(key))
	sum := int32(hash.Sum32())
	q[sum%4] = append(q[sum%4], key) //crash:blame
}
