package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// change is one thing done to one file.
type change struct {
	file     string
	line     int
	from, to int    // bytes of the file that are replaced
	was, is  string // what they are replaced by
	left     bool   // left out: only capacity
}

func (c change) String() string { return fmt.Sprintf("%s:%d", c.file, c.line) }

// apply is the file with the change made.
func (c change) apply(source []byte) []byte {
	return slices.Concat(source[:c.from], []byte(c.is), source[c.to:])
}

// onlyCapacity is the comment that a line is left out for.
const onlyCapacity = "// mutation: only capacity"

// operators are what each becomes, one at a time: the neighbour at its boundary, and
// the opposite.
var operators = map[token.Token][]token.Token{
	token.LSS:        {token.LEQ, token.GEQ},
	token.LEQ:        {token.LSS, token.GTR},
	token.GTR:        {token.GEQ, token.LEQ},
	token.GEQ:        {token.GTR, token.LSS},
	token.EQL:        {token.NEQ},
	token.NEQ:        {token.EQL},
	token.LAND:       {token.LOR},
	token.LOR:        {token.LAND},
	token.ADD:        {token.SUB},
	token.SUB:        {token.ADD},
	token.MUL:        {token.QUO},
	token.QUO:        {token.MUL},
	token.REM:        {token.MUL},
	token.ADD_ASSIGN: {token.SUB_ASSIGN},
	token.SUB_ASSIGN: {token.ADD_ASSIGN},
	token.MUL_ASSIGN: {token.QUO_ASSIGN},
	token.QUO_ASSIGN: {token.MUL_ASSIGN},
	token.INC:        {token.DEC},
	token.DEC:        {token.INC},
}

// words are names that become another.
var words = map[string]string{"true": "false", "false": "true", "min": "max", "max": "min"}

// changesIn are all changes of the file, in the order in which they stand.
func changesIn(name string, source []byte) ([]change, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(source), "\n")
	var found []change
	add := func(at token.Pos, was, is string) {
		p := files.Position(at)
		found = append(found, change{file: name, line: p.Line, from: p.Offset, to: p.Offset + len(was),
			was: was, is: is, left: strings.Contains(lines[p.Line-1], onlyCapacity)})
	}
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BinaryExpr:
			replace(add, n.OpPos, n.Op)
		case *ast.AssignStmt:
			replace(add, n.TokPos, n.Tok)
		case *ast.IncDecStmt:
			replace(add, n.TokPos, n.Tok)
		case *ast.UnaryExpr:
			if n.Op == token.NOT || n.Op == token.SUB {
				add(n.OpPos, n.Op.String(), "")
			}
		case *ast.Ident:
			if other, is := words[n.Name]; is {
				add(n.Pos(), n.Name, other)
			}
		case *ast.BasicLit:
			if number, err := strconv.ParseInt(n.Value, 0, 64); err == nil && n.Kind == token.INT {
				add(n.Pos(), n.Value, strconv.FormatInt(number+1, 10))
				add(n.Pos(), n.Value, strconv.FormatInt(number-1, 10))
			}
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				changeTexts(add, n)
			}
		}
		return true
	})
	slices.SortStableFunc(found, func(a, b change) int { return a.from - b.from })
	return found, nil
}

func replace(add func(token.Pos, string, string), at token.Pos, operator token.Token) {
	for _, other := range operators[operator] {
		add(at, operator.String(), other.String())
	}
}

// changeTexts changes the texts of constants: codes that are stored and names that are
// looked up. Other texts are messages.
func changeTexts(add func(token.Pos, string, string), constants *ast.GenDecl) {
	ast.Inspect(constants, func(n ast.Node) bool {
		if text, is := n.(*ast.BasicLit); is && text.Kind == token.STRING {
			add(text.Pos(), text.Value, strconv.Quote(strings.Trim(text.Value, "\"`")+"~"))
		}
		return true
	})
}
