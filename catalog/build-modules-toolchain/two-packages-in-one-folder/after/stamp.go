package parcel

const limit = 5000
