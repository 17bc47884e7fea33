package io.github.boxoffice.simulator;

/** Keeps passwords out of what is printed and written. */
final class Secrets {
  private Secrets() {}

  /** The same text with three stars for each password of a URL in it. */
  static String hidden(String text) {
    return text.replaceAll("(?i)(password|pwd)=[^&;,\\s']*", "$1=***")
        .replaceAll("(//[^/@\\s']*:)[^/@\\s']*@", "$1***@");
  }
}
