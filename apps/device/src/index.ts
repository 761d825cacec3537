/** What the device agent offers to the fleet simulator and to tests. */
export {}
