import { URL } from 'node:url'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers'
import { parse } from 'yaml'

/** Longest wait for an engine to answer, and for one image with its start. */
const ANSWER_MS = 5000
const START_MS = 180_000

const within = (ms, promise) =>
  Promise.race([promise, new Promise((_, late) => setTimeout(() => late(new Error('no answer')), ms).unref())])

/** The same image as deploy/compose.yaml names. */
const imageOf = (name) =>
  parse(readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8')).services[name].image

/** A Docker engine that answers, or undefined. What it starts ends with this process (testcontainers' reaper). */
export const findDocker = async () => {
  try {
    const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers')
    const client = await within(ANSWER_MS, getContainerRuntimeClient())
    const host = client.info.containerRuntime.host === 'localhost' ? '127.0.0.1' : client.info.containerRuntime.host
    const start = async (name, server, ports) => {
      const { command, env } = server.container(ports, host)
      const container = new GenericContainer(imageOf(name))
        .withEnvironment(env)
        .withExposedPorts({ container: ports[0], host: ports[0] })
        .withStartupTimeout(START_MS)
      return (command ? container.withCommand(command) : container).start()
    }
    return { host, start }
  } catch {
    return undefined
  }
}
