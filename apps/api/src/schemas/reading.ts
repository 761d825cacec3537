import { Type } from '@fastify/type-provider-typebox'
import { Timestamp, WattHours } from './units.ts'

const u32 = (description: string) => Type.Integer({ minimum: 0, maximum: 4_294_967_295, description })

/** One reading, the same over MQTT and HTTP. */
export const readingFields = {
  system: u32("The registry's number of the system."),
  meter: u32("The registry's number of the meter."),
  epoch: u32('Rises when the meter is replaced or reset; registers never fall within one.'),
  seq: Type.String({ pattern: '^(0|[1-9][0-9]{0,19})$', description: 'Grows with every reading of an epoch (u64).' }),
  at: Timestamp('When it was taken, in whole seconds.'),
  generatedWh: WattHours('Cumulative register of generation; 0 where unused.'),
  consumedWh: WattHours('Cumulative register of consumption; 0 where unused.'),
  exportedWh: WattHours('Cumulative register of export; 0 where unused.'),
  powerW: Type.Optional(
    Type.Number({ description: 'Momentary power in watts: a convenience, neither signed nor billed.' }),
  ),
  signature: Type.String({
    description: "The meter's Ed25519 signature over the 124 bytes of the reading, base64 of 64 bytes.",
  }),
}

export const Reading = Type.Object(readingFields, { additionalProperties: false })
