const { runFleet } = await import('/work/main/apps/cli/src/fleet/command.ts')
process.exitCode = await runFleet(process.argv.slice(2))
