package simulate

// shareActive is how many of a thousand cases are active on the reference day.
const shareActive = 620
