module.exports = () => ({ postcssPlugin: "old-tv" });
module.exports.postcss = true;
