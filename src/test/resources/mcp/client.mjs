// Drives a server through the official client of the protocol for TypeScript and prints what came of it as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { readFileSync } from 'node:fs';

const { program, url, bearer, directory, calls } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const transport = url
  ? new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${bearer}` } } })
  : new StdioClientTransport({ command: program[0], args: program.slice(1), cwd: directory, env: process.env });
const client = new Client({ name: 'buildlog-test', version: '1.0.0' });
await client.connect(transport);
const { tools } = await client.listTools();
const { resources } = await client.listResources();
const { prompts } = await client.listPrompts();
const results = {};
for (const [name, args] of calls) {
  try {
    const result = await client.callTool({ name, arguments: args });
    results[name] = { isError: result.isError === true, text: result.content[0].text, structured: result.structuredContent };
  } catch (error) {
    results[name] = { isError: true, thrown: true, text: String(error) };
  }
}
const rules = await client.readResource({ uri: 'buildlog://rules' });
const prompt = await client.getPrompt({ name: 'session-wrap-up' });
await client.close();
console.log(JSON.stringify({
  server: client.getServerVersion(), tools, resources: resources.map((one) => one.uri), prompts: prompts.map((one) => one.name), results,
  rules: rules.contents[0].text, prompt: prompt.messages[0].content.text,
}));
