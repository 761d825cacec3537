/** The topics of one meter. `reading` and `status` are the device's to say, `ack` is Heliobond's. */
export const topicsOf = (system: number, meter: number) => ({
  reading: `heliobond/v1/${system}/${meter}/reading`,
  ack: `heliobond/v1/${system}/${meter}/ack`,
  status: `heliobond/v1/${system}/${meter}/status`,
})
