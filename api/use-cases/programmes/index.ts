export { getProgramme } from "./get.ts";
export { lintProgramme } from "./lint.ts";
export { listProgrammes } from "./list.ts";
export { uploadProgramme } from "./upload.ts";
