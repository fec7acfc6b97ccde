/** The colours of the faces, from best to worst; the mouth says the same without them. */
export const faceStyles = `.level-4 circle:first-child{fill:#8fd3cb}.level-3 circle:first-child{fill:#c4e3d3}.level-2 circle:first-child{fill:#f3e6b3}
.level-1 circle:first-child{fill:#f4c9a1}.level-0 circle:first-child{fill:#efa396}`;
