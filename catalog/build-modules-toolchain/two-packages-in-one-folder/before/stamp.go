package parcels

const limit = 5000
